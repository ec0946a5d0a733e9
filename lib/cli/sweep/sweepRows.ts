/**
 * What a sweep has found out: one row per setting, mean ± standard deviation over its seeds.
 * Flow: jobs, their results → **sweepRows** → sweepTable, a notebook's plot.
 */
import { meanAndSpread } from '../../evaluate/meanAndSpread';
import type { Job } from './jobs';
import type { JobOptions } from './planOptions';
import type { SweepResult } from './resultsFile';

/** A number per seed, summed up. */
export interface MeanAndSpread {
  readonly mean: number;
  /** Standard deviation of a sample; 0 of a single one. */
  readonly spread: number;
}

/** One setting of a plan: what its seeds came to. */
export interface SweepRow {
  /** The options of the setting, all but the seed. */
  readonly setting: JobOptions;
  /** The seeds that are done, as many as went into the means. */
  readonly seeds: readonly number[];
  /** How many jobs the plan has of this setting. */
  readonly jobs: number;
  /** On the digits held out, in [0, 1]; absent while no job is done. */
  readonly accuracy?: MeanAndSpread;
  /** On the digits held out, in nats. */
  readonly loss?: MeanAndSpread;
}

/** In the order of the plan, whatever order the jobs were finished in. */
export function sweepRows(jobs: readonly Job[], results: ReadonlyMap<string, SweepResult>): SweepRow[] {
  const settings = new Map<string, { setting: JobOptions; jobs: Job[] }>();
  for (const job of jobs) {
    const { seed: _, ...setting } = job.options;
    const key = JSON.stringify(Object.entries(setting).sort());
    const same = settings.get(key);
    if (same) same.jobs.push(job);
    else settings.set(key, { setting, jobs: [job] });
  }
  return [...settings.values()].map(({ setting, jobs: own }) => {
    const done = own.flatMap(({ key }) => results.get(key) ?? []);
    const row = { setting, seeds: done.map(({ options }) => Number(options.seed)), jobs: own.length };
    if (done.length === 0) return row;
    const accuracy = meanAndSpread(done.map(({ report }) => report.testAccuracy));
    const loss = meanAndSpread(done.map(({ report }) => report.testLoss));
    return { ...row, accuracy, loss };
  });
}
