/**
 * Which two classes are mixed up most: 4 and 9, before all others.
 * Flow: confusionMatrix → **topPairs**.
 */
import { checkInteger } from '../check/numbers';
import { checkConfusion } from './confusionArgument';

/** One kind of error. */
export interface ConfusedPair {
  /** The true class. */
  readonly label: number;
  /** What it was taken for. */
  readonly prediction: number;
  /** How often. */
  readonly count: number;
}

/**
 * The most frequent errors, most frequent first; of equally frequent ones the lower class first.
 *
 * @param confusion `[classes][classes]` counts: row = true class, column = predicted class.
 * @param count how many at most; kinds of errors that never happened are left out.
 * @throws RangeError if `confusion` is not a square of counts, or `count` no integer ≥ 1.
 * @example topPairs([[8, 2], [0, 10]], 5) // [{ label: 0, prediction: 1, count: 2 }]
 * @see Used in notebooks/14-what-it-sees.
 */
export function topPairs(confusion: readonly (readonly number[])[], count: number): ConfusedPair[] {
  checkConfusion('topPairs', confusion);
  checkInteger('topPairs', 'count', count, 1);
  return confusion
    .flatMap((row, label) => row.map((times, prediction) => ({ label, prediction, count: times })))
    .filter(pair => pair.label !== pair.prediction && pair.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, count);
}
