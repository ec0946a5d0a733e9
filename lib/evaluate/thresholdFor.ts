/**
 * When to say "I don't know": the threshold for an error that can be afforded.
 * Flow: riskCoverage, errorBound → **thresholdFor** → answers with a lower confidence go to a human.
 */
import { errorBound } from './errorBound';
import { type RiskAtCoverage, riskCoverage } from './riskCoverage';

/** What `thresholdFor` finds. */
export interface ChosenThreshold extends RiskAtCoverage {
  /** The highest true error of the kept answers that is still plausible; see `errorBound`. */
  readonly errorBound: number;
}

/**
 * The threshold on confidence that keeps the most answers with at most `maxError` of the kept ones wrong.
 *
 * What was measured is `error`; what can be promised is `errorBound`. Where it is above `maxError` there are too few
 * digits for the promise. And since the threshold was chosen on these digits, both are a little too good: measure
 * it again on digits that had no part in the choice.
 *
 * @param maxError part of the kept answers that may be wrong, in [0, 1]: 0.001 for one in a thousand.
 * @param probabilities of validation digits, row by row, in [0, 1].
 * @param labels true classes, one per row.
 * @returns threshold Infinity, coverage 0, error NaN and bound 1 if even the surest answers are wrong too often.
 * @throws RangeError as `riskCoverage`, or if `maxError` is outside [0, 1].
 * @example thresholdFor(0, [0.9, 0.1, 0.4, 0.6], [0, 0]).threshold // 0.9, keeping one of two; errorBound 0.95
 * @see Geifman & El-Yaniv, Selective Classification for Deep Neural Networks (2017). Used in notebooks/14-what-it-sees.
 */
export function thresholdFor(
  maxError: number,
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
): ChosenThreshold {
  if (!(maxError >= 0 && maxError <= 1)) {
    throw new RangeError(`thresholdFor: maxError must be in [0, 1], got ${maxError}`);
  }
  const nothing = { threshold: Number.POSITIVE_INFINITY, kept: 0, coverage: 0, errors: 0, error: Number.NaN };
  const widest =
    riskCoverage(probabilities, labels)
      .filter(({ error }) => error <= maxError)
      .at(-1) ?? nothing;
  return { ...widest, errorBound: errorBound(widest.errors, widest.kept) };
}
