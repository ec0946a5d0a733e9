/**
 * The trainings that a plan stands for, each known by its key.
 * Flow: Plan → **jobsOf** → Runner, ResultsFile, sweepRows.
 */
import { InputError } from '../../check/inputError';
import type { Plan } from './plan';
import { type JobOptions, planOptions } from './planOptions';

/** One run of `digits train`. */
export interface Job {
  /** The same for the same training, whatever plan it is in; see `jobKey`. */
  readonly key: string;
  /** With a seed in any case. */
  readonly options: JobOptions;
  readonly threads: number;
}

/** Where `digits train` begins to count. */
const FIRST_SEED = 1;

/**
 * The jobs of a plan in its order: first those of the grid, then its list.
 *
 * @throws InputError if two are the same.
 * @example jobsOf({ grid: { learningRate: [0.1, 0.2], seed: [1, 2] } }).length // 4
 */
export function jobsOf({ options = {}, grid, jobs = [], threads = 1 }: Plan, name = 'plan'): Job[] {
  const all = [...(grid ? product(Object.entries(grid)) : []), ...jobs].map(own => {
    const whole = { seed: FIRST_SEED, ...options, ...own };
    return { key: jobKey(whole, threads), options: whole, threads };
  });
  const seen = new Set<string>();
  for (const { key, options: same } of all) {
    if (seen.has(key))
      throw new InputError(`sweep: ${name}: each job must be there once, got two of ${JSON.stringify(same)}`);
    seen.add(key);
  }
  return all;
}

/**
 * What a result depends on, in one line: the library's version, threads, and the options in the order of their names.
 * A result of another version is another job's.
 */
export function jobKey(options: JobOptions, threads: number, version: string = libraryVersion()): string {
  const sorted = Object.entries(options).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([version, threads, Object.fromEntries(sorted)]);
}

/** The job as arguments of `digits`. @example jobArguments(job) // ['train', '--json', '--seed=1', '--epochs=3'] */
export function jobArguments({ options }: Job): string[] {
  // With =, a value that begins with a dash stays a value.
  const given = Object.entries(options).map(([name, value]) => `${planOptions[name]!.flag}=${value}`);
  return ['train', '--json', ...given];
}

/** The options that are not the same in all jobs, the seed last: what tells one job from another. */
export function varyingOptions(jobs: readonly Job[]): string[] {
  const names = new Set(jobs.flatMap(({ options }) => Object.keys(options)));
  names.delete('seed');
  return [...names, 'seed'].filter(name => new Set(jobs.map(({ options }) => options[name])).size > 1);
}

/** @example jobName(job, ['learningRate', 'seed']) // 'learningRate 0.003, seed 2' */
export function jobName({ options }: Job, varying: readonly string[]): string {
  const parts = varying.filter(name => name in options).map(name => `${name} ${options[name]}`);
  return parts.length === 0 ? 'the job' : parts.join(', ');
}

/** Every value of one option with every value of the others. */
function product(grid: [string, readonly (string | number)[]][]): JobOptions[] {
  return grid.reduce<JobOptions[]>(
    (jobs, [name, values]) => jobs.flatMap(job => values.map(value => ({ ...job, [name]: value }))),
    [{}],
  );
}

export function libraryVersion(): string {
  return (require('digits-cnn/package.json') as { version: string }).version;
}
