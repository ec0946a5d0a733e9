/** Made-up reports and results, for what comes after a training. */
import { type Job, libraryVersion } from '../../../lib/cli/sweep/jobs';
import type { SweepResult } from '../../../lib/cli/sweep/resultsFile';
import type { JobEvent, Runner } from '../../../lib/cli/sweep/runner';
import type { TrainReport } from '../../../lib/cli/trainReport';

export const report = (testAccuracy: number, testLoss = 0.5): TrainReport => ({
  seconds: 1,
  imagesPerSecond: 300,
  engine: 'session',
  backend: 'tensorflow',
  epochs: [],
  testAccuracy,
  testLoss,
  parameters: 10,
});

export const result = ({ options, threads }: Job, accuracy: number, loss?: number): SweepResult => ({
  options,
  threads,
  version: libraryVersion(),
  machine: 'here',
  report: report(accuracy, loss),
});

/** A runner that tells what it is handed. */
export function tellingRunner(events: (jobs: readonly Job[]) => JobEvent[]): Runner & { asked: Job[] } {
  const asked: Job[] = [];
  return {
    describe: 'in no time',
    asked,
    async *run(jobs) {
      asked.push(...jobs);
      yield* events(jobs);
    },
  };
}
