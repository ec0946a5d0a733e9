/**
 * The mistakes a network was surest of: the first place to look for wrong labels and blind spots.
 * Flow: predict, digits → **worstErrors** → digitsGrid's `indices`.
 */
import { checkInteger } from '../check/numbers';
import type { Digits } from '../types/digits';
import { labelledRows } from './labelledRows';

/** What `worstErrors` reads of a network's answers. */
export interface JudgedAnswers {
  /** The predicted class of each digit. */
  readonly classes: ArrayLike<number>;
  /** `count · classes` numbers ≤ 0, row by row, in nats. */
  readonly logProbabilities: ArrayLike<number>;
}

/**
 * The wrong answers with the highest loss, highest first.
 *
 *     loss = −log p(label)
 *
 * A digit answered right is never among them, however unsure the answer was.
 *
 * @param predictions what `predict` or `evaluate` gave.
 * @param digits the digits it was given, with labels.
 * @param count how many at most; fewer when there are fewer errors.
 * @returns row numbers of the digits.
 * @throws RangeError if answers and labels do not fit, a logarithm is NaN, or `count` is no integer ≥ 1.
 * @example digitsGrid(test, { indices: worstErrors(await predict(model, test), test, 10) })
 * @see Northcutt, Athalye & Mueller, Pervasive Label Errors in Test Sets (2021). Used in notebooks/14-what-it-sees.
 */
export function worstErrors(
  { classes, logProbabilities }: JudgedAnswers,
  { labels }: Pick<Digits, 'labels'>,
  count: number,
): number[] {
  const width = labelledRows('worstErrors', 'logProbabilities', logProbabilities, labels);
  checkInteger('worstErrors', 'count', count, 1);
  if (classes.length !== labels.length) {
    throw new RangeError(
      `worstErrors: classes must have length ${labels.length} as labels, got ${classes.length}`,
    );
  }
  const logOfLabel = Array.from(labels, (label, row) => logProbabilities[row * width + label]!);
  const nan = logOfLabel.findIndex(Number.isNaN);
  if (nan >= 0) {
    throw new RangeError(
      `worstErrors: the log-probability of digit ${nan}'s label must be a number, got NaN`,
    );
  }
  return Array.from(labels.keys())
    .filter(row => classes[row] !== labels[row])
    .sort((a, b) => logOfLabel[a]! - logOfLabel[b]!)
    .slice(0, count);
}
