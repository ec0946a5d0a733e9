/**
 * What `digits train` says at the end, for machines and for people.
 * Flow: History, Evaluation → **trainReport** → `--json`; → **conclusion** → standard output.
 */
import type { Evaluation } from '../evaluate/evaluate';
import type { EpochEvent, History } from '../train/events';
import { formatCount, formatPercent, formatSeconds } from './format';
import type { TargetClock } from './targetClock';

/** What `--json` prints. */
export interface TrainReport {
  /** Of the training, validation included; looks for `--target-accuracy` are not. */
  seconds: number;
  /** While steps were computed. */
  imagesPerSecond: number;
  engine: History['engine'];
  backend: string;
  epochs: EpochEvent[];
  /** On the digits held out, in [0, 1]. */
  testAccuracy: number;
  /** On the digits held out, in nats. */
  testLoss: number;
  parameters: number;
  /**
   * With `--target-accuracy`, if it was reached: from the first call of training to the end of the step after which
   * the accuracy on the digits held out was high enough. The recording of the step is included; reading the digits
   * and `evaluationSeconds` are not.
   */
  secondsToTarget?: number;
  /** With `--target-accuracy`: what the looks at the accuracy took, one each fiftieth of the second half. */
  evaluationSeconds?: number;
}

/** @param images in an epoch. */
export function trainReport(
  history: History,
  { accuracy, loss }: Evaluation,
  { backend, parameters, images }: { backend: string; parameters: number; images: number },
  clock?: TargetClock,
): TrainReport {
  const { engine, epochs } = history;
  const trained = epochs.reduce((sum, { seconds }) => sum + seconds, 0);
  const report: TrainReport = {
    seconds: history.seconds - (clock?.evaluationSeconds ?? 0),
    imagesPerSecond: (epochs.length * images) / trained,
    engine,
    backend,
    epochs,
    testAccuracy: accuracy,
    testLoss: loss,
    parameters,
  };
  if (clock?.secondsToTarget !== undefined) report.secondsToTarget = clock.secondsToTarget;
  if (clock) report.evaluationSeconds = clock.evaluationSeconds;
  return report;
}

/** The same for people: a line, and one more about the target if there was one. */
export function conclusion(report: TrainReport, { correct, count }: Evaluation, target?: number): string {
  const { testAccuracy, testLoss, seconds, secondsToTarget } = report;
  const right = `${formatCount(correct)} of ${formatCount(count)} held-out digits right`;
  const line = `${right} (${formatPercent(testAccuracy)}), loss ${testLoss.toFixed(4)}, after ${formatSeconds(seconds)}\n`;
  if (target === undefined) return line;
  const reached =
    secondsToTarget === undefined ? 'not reached' : `reached after ${formatSeconds(secondsToTarget)}`;
  return `${line}${formatPercent(target)} ${reached}\n`;
}
