/**
 * What a network gets wrong when it may say "I don't know": error against how much it still answers.
 * Flow: probabilities, labels → **riskCoverage** → thresholdFor, lineChart.
 */
import { surestAnswers } from './surestAnswers';

/** What happens when only answers with a confidence ≥ threshold are kept. */
export interface RiskAtCoverage {
  readonly threshold: number;
  /** How many answers are kept. */
  readonly kept: number;
  /** The part kept, in [0, 1]. */
  readonly coverage: number;
  /** How many of the kept answers are wrong. */
  readonly errors: number;
  /** The part of the kept answers that is wrong, in [0, 1]. */
  readonly error: number;
}

/**
 * The error of the kept answers for every coverage there is, from the surest answers to all of them.
 *
 *     coverage(t) = kept(t) / N        error(t) = wrong among kept(t) / kept(t)        kept(t): confidence ≥ t
 *
 * Answers of equal confidence are kept or refused together, so there is one entry per different confidence. In
 * float32 the surest ones all have probability 1: they are the first entry.
 *
 * @param probabilities row by row, in [0, 1], as `predict(…).probabilities` or `softmax(…).data`.
 * @param labels true classes, one per row.
 * @returns thresholds falling, coverage rising to 1; the last error is that of all answers.
 * @throws RangeError if rows and labels do not fit, or a probability is outside [0, 1].
 * @example riskCoverage([0.9, 0.1, 0.4, 0.6], [0, 0]).map(({ coverage, error }) => [coverage, error]) // [[0.5, 0], [1, 0.5]]
 * @see El-Yaniv & Wiener, On the Foundations of Noise-free Selective Classification (2010).
 *   Used in notebooks/14-what-it-sees.
 */
export function riskCoverage(probabilities: ArrayLike<number>, labels: ArrayLike<number>): RiskAtCoverage[] {
  const { confidences, right } = surestAnswers('riskCoverage', probabilities, labels);
  const surestFirst = Array.from(confidences.keys()).sort((a, b) => confidences[b]! - confidences[a]!);
  const points: RiskAtCoverage[] = [];
  let errors = 0;
  for (const [index, row] of surestFirst.entries()) {
    errors += 1 - right[row]!;
    const threshold = confidences[row]!;
    const next = surestFirst[index + 1];
    if (next !== undefined && confidences[next] === threshold) continue;
    const kept = index + 1;
    points.push({ threshold, kept, coverage: kept / labels.length, errors, error: errors / kept });
  }
  return points;
}
