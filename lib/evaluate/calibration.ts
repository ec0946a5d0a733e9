/**
 * Does 90 % sure mean right nine times out of ten?
 * Flow: probabilities, labels → **calibration** → the reliability diagram.
 */
import { checkInteger } from '../check/numbers';
import { surestAnswers } from './surestAnswers';

/** The answers whose confidence lies in (low, high]. */
export interface CalibrationBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Their mean confidence; NaN when there are none. */
  readonly confidence: number;
  /** The part of them that is right; NaN when there are none. */
  readonly accuracy: number;
}

/** What `calibration` finds. */
export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** ECE, the expected calibration error, in [0, 1]. */
  readonly expectedError: number;
  /** MCE, the maximum calibration error, in [0, 1]: often that of a bin with a handful of answers. */
  readonly maximumError: number;
}

/**
 * Compares how sure a network is with how often it is right, in bins of equal width over confidence.
 *
 *     ECE = Σ_bins count / N · |accuracy − confidence|        MCE = max_bins |accuracy − confidence|
 *
 * The confidence of an answer is its highest probability. The number depends on the bins: say how many they were.
 *
 * @param probabilities row by row, in [0, 1], as `predict(…).probabilities` or `softmax(…).data`.
 * @param labels true classes, one per row.
 * @param bins how many; 15 as in the paper. Bin m holds the confidences in ((m − 1) / bins, m / bins].
 * @throws RangeError if rows and labels do not fit, a probability is outside [0, 1], or `bins` is no integer ≥ 1.
 * @example calibration([0.75, 0.25, 0.75, 0.25], [0, 1]).expectedError // 0.25: 75 % sure, right in 50 %
 * @see Guo, Pleiss, Sun & Weinberger, On Calibration of Modern Neural Networks (2017), §2.
 *   Used in notebooks/14-what-it-sees.
 */
export function calibration(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  { bins = 15 }: { bins?: number } = {},
): Calibration {
  checkInteger('calibration', 'bins', bins, 1);
  const { confidences, right } = surestAnswers('calibration', probabilities, labels);
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const [row, confidence] of confidences.entries()) {
    const sum = sums.find((_, bin) => confidence <= (bin + 1) / bins)!;
    sum.count++;
    sum.confidence += confidence;
    sum.right += right[row]!;
  }
  const measured = sums.map(({ count, confidence, right }, bin) => ({
    low: bin / bins,
    high: (bin + 1) / bins,
    count,
    confidence: confidence / count,
    accuracy: right / count,
  }));
  const filled = measured.filter(({ count }) => count > 0);
  const gaps = filled.map(({ accuracy, confidence }) => Math.abs(accuracy - confidence));
  return {
    bins: measured,
    expectedError: gaps.reduce((sum, gap, bin) => sum + (gap * filled[bin]!.count) / labels.length, 0),
    maximumError: Math.max(...gaps),
  };
}
