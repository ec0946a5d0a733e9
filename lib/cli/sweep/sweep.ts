/**
 * Many trainings of one experiment: those that have no result yet are run, each result is kept as it comes.
 * Flow: Plan → jobsOf → **sweep** (Runner, ResultsFile) → sweepRows.
 */
import { checkInteger } from '../../check/numbers';
import { formatPercent } from '../format';
import { type Job, jobName, jobsOf, libraryVersion, varyingOptions } from './jobs';
import { localProcesses } from './localProcesses';
import { localRunner } from './localRunner';
import { checkPlan, type Plan } from './plan';
import { rayRunner } from './rayRunner';
import { ResultsFile } from './resultsFile';
import type { JobEvent, Runner } from './runner';
import { type SweepRow, sweepRows } from './sweepRows';

/** Where the jobs run, where results are kept, and who is told. */
export interface SweepOptions {
  /** The file that results are added to, one line each; the jobs that it has results of are not run again. */
  results: string;
  /** How many trainings at a time. Default: one per core and thread of the plan, fewer where memory is short. */
  processes?: number;
  /** Runs the jobs on the Ray cluster of this address, `HOST:PORT`, in place of processes of this machine. */
  ray?: string;
  /** Ends running jobs; finished ones are kept, and the same call goes on. */
  signal?: AbortSignal | undefined;
  onProgress?: (progress: SweepProgress) => void;
  /** What the reader knows the plan by, in errors. Default 'plan'. */
  name?: string;
  /** Carries out the jobs, in place of both. */
  runner?: Runner;
}

/** Told at the start, for each job, and when something else happened. */
export interface SweepProgress {
  /** What happened, in one line. */
  text: string;
  /** Jobs that have a result. */
  done: number;
  failed: number;
  /** Jobs of the plan. */
  jobs: number;
  /** At the rate of this call; absent until a job is done. */
  secondsLeft?: number;
}

/** What has become of a plan. */
export interface Sweep {
  rows: SweepRow[];
  /** Jobs that could not be trained: which, and why. They have no result, and the next call tries them again. */
  failed: { job: string; problem: string }[];
  /** Jobs of the plan that have a result. */
  done: number;
  jobs: number;
  /** Whether `signal` stopped it. */
  interrupted: boolean;
}

/**
 * Runs `digits train` for every job of a plan that `results` has no result of, and sums up all.
 *
 * The same plan gives the same rows wherever its jobs run, as long as the processors are of one kind: each job has a
 * process and a number of threads of its own. A result is on the disk before it is told, so whatever is killed, it
 * stays; the next call runs the other jobs.
 *
 * @throws InputError if plan, results or data cannot be used, in one line that names the field or the file.
 * @example await sweep({ options: { epochs: 3 }, grid: { seed: [1, 2, 3] } }, { results: 'seeds.jsonl' })
 * @see Used in notebooks/16-beyond-one-machine.
 */
export async function sweep(plan: Plan, options: SweepOptions): Promise<Sweep> {
  const { results: path, signal, onProgress, name = 'plan' } = options;
  checkPlan(name, plan);
  const runner = options.runner ?? chooseRunner(plan, options);
  const jobs = jobsOf(plan, name);
  const varying = varyingOptions(jobs);
  const version = libraryVersion();
  const file = await ResultsFile.open(path);
  const { results, torn } = file;
  const isDone = ({ key }: Job): boolean => results.has(key);
  const todo = jobs.filter(job => !isDone(job));
  const failed: Sweep['failed'] = [];
  const start = performance.now();
  const tell = (text: string): void => {
    const done = jobs.filter(isDone).length;
    const left = jobs.length - done - failed.length;
    const ended = todo.length - left;
    const seconds = (performance.now() - start) / 1000;
    const time = ended > 0 ? { secondsLeft: (seconds / ended) * left } : {};
    onProgress?.({ text, done, failed: failed.length, jobs: jobs.length, ...time });
  };
  /** Keeps what an event brings. @returns it in one line. */
  const take = async (event: JobEvent): Promise<string> => {
    if (event.state === 'note') return event.text;
    const job = jobName(event.job, varying);
    if (event.state === 'failed') {
      failed.push({ job, problem: event.problem });
      return `${job}: failed: ${event.problem}`;
    }
    const { report, machine } = event;
    const { options: own, threads } = event.job;
    await file.append({ options: own, threads, version, machine, report });
    return `${job}: ${formatPercent(report.testAccuracy)} right, loss ${report.testLoss.toFixed(4)}`;
  };
  try {
    if (torn) tell(`the last line of ${path} was cut off; its job runs again`);
    const found = `${jobs.length - todo.length} of ${jobs.length} jobs have results in ${path}`;
    tell(`${found}; ${todo.length} to run, ${runner.describe}`);
    if (todo.length > 0) for await (const event of runner.run(todo, signal)) tell(await take(event));
  } finally {
    await file.close();
  }
  const done = jobs.filter(isDone).length;
  const interrupted = signal?.aborted === true && done + failed.length < jobs.length;
  return { rows: sweepRows(jobs, results), failed, done, jobs: jobs.length, interrupted };
}

function chooseRunner({ threads = 1 }: Plan, { processes, ray }: SweepOptions): Runner {
  if (ray !== undefined) return rayRunner(ray);
  if (processes !== undefined) checkInteger('sweep', 'processes', processes, 1);
  return localRunner(processes ?? localProcesses(threads));
}
