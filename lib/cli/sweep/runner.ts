/**
 * What carries out jobs somewhere, and what it tells on the way. How jobs are spread is its own affair.
 * Flow: jobs → **Runner** (localRunner, rayRunner) → JobEvent → sweep, which keeps the results.
 */
import type { TrainReport } from '../trainReport';
import type { Job } from './jobs';

export type JobOutcome =
  /** The job was trained, on the machine of that name. */
  | { state: 'finished'; job: Job; report: TrainReport; machine: string }
  /** It could not be, for a reason of its own; the others go on. */
  | { state: 'failed'; job: Job; problem: string };

/** The end of a job, or something that concerns no single one: a worker was lost. */
export type JobEvent = JobOutcome | { state: 'note'; text: string };

export interface Runner {
  /** Where and how many at a time, for people. */
  readonly describe: string;
  /**
   * Carries out the jobs in any order. Where the signal is aborted, or nobody listens any more, running jobs are ended.
   *
   * @throws InputError if all jobs would fail for the same reason.
   */
  run(jobs: readonly Job[], signal: AbortSignal | undefined): AsyncIterable<JobEvent>;
}
