/**
 * Answers as they are stored: which digits are wrong, and what it cost.
 * Flow: predict, ensemble → **ladderRun** → data/ladder.json.
 */
import type { LadderRun } from '../../lib/evaluate/ladder';
import type { Predictions } from '../../lib/model/predict';
import type { Digits } from '../../lib/types/digits';

/** Answers to some digits. */
export interface Answered {
  answers: Pick<Predictions, 'classes'>;
  digits: Pick<Digits, 'labels' | 'count'>;
}

/** What a run has beside its answers. */
export type Cost = Pick<
  LadderRun,
  'cpuSeconds' | 'wallSeconds' | 'imagesPerSecond' | 'parameters' | 'epochs'
>;

/** @param validation absent if the networks were trained on those digits. */
export function ladderRun(
  rung: string,
  seeds: readonly number[],
  { validation, test }: { validation?: Answered | undefined; test: Answered },
  cost: Cost,
): LadderRun {
  const testWrong = wrongRows(test);
  const testAccuracy = 1 - testWrong.length / test.digits.count;
  if (!validation) return { rung, seeds, testAccuracy, testWrong, ...rounded(cost) };
  const validationWrong = wrongRows(validation);
  const validationAccuracy = 1 - validationWrong.length / validation.digits.count;
  return { rung, seeds, validationAccuracy, testAccuracy, validationWrong, testWrong, ...rounded(cost) };
}

/** Row numbers, from low to high. */
function wrongRows({ answers: { classes }, digits: { labels } }: Answered): number[] {
  return [...labels.keys()].filter(row => classes[row] !== labels[row]);
}

/** To tenths of a second. */
function rounded({ cpuSeconds, wallSeconds, imagesPerSecond, ...others }: Cost): Cost {
  const tenths = (value: number): number => Math.round(10 * value) / 10;
  return {
    cpuSeconds: tenths(cpuSeconds),
    wallSeconds: tenths(wallSeconds),
    imagesPerSecond: Math.round(imagesPerSecond),
    ...others,
  };
}
