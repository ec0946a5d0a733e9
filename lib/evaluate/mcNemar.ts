/**
 * Whether one of two networks is better, or only luckier: from the digits on which they differ.
 * Flow: pairedComparison → **mcNemar** → the verdict on a rung of the ladder.
 */
import { checkInteger } from '../check/numbers';

/**
 * The chance that two equally good networks divide the digits on which only one is right as unevenly as this, or more
 * so: McNemar's test in its exact form, two-sided.
 *
 *     p = min(1, 2 · Σᵢ₌₀…min(b, c) C(n, i) / 2ⁿ),  n = b + c
 *
 * If both were equally good, each of those digits would be a throw of a fair coin. Digits that both know or both miss
 * say nothing about the difference, and take no part.
 *
 * @param onlyFirst how many the first has wrong and the second right, a whole number ≥ 0.
 * @param onlySecond the other way round.
 * @returns in (0, 1]: near 0, and luck is a poor explanation; 1 where there is no difference.
 * @throws RangeError if one is no whole number ≥ 0.
 * @example mcNemar(5, 0) // 0.0625: five throws, all alike
 * @see McNemar, Note on the Sampling Error of the Difference between Correlated Proportions or Percentages (1947);
 *   Dietterich, Approximate Statistical Tests for Comparing Supervised Classification Learning Algorithms (1998).
 *   Derived in notebooks/13-recipe-ladder.
 */
export function mcNemar(onlyFirst: number, onlySecond: number): number {
  checkInteger('mcNemar', 'onlyFirst', onlyFirst, 0);
  checkInteger('mcNemar', 'onlySecond', onlySecond, 0);
  const throws = onlyFirst + onlySecond;
  // In logarithms: 2ⁿ is larger than float64 can hold from n = 1024 on.
  let logTerm = -throws * Math.LN2;
  let chance = Math.exp(logTerm);
  for (let heads = 1; heads <= Math.min(onlyFirst, onlySecond); heads++) {
    logTerm += Math.log((throws - heads + 1) / heads);
    chance += Math.exp(logTerm);
  }
  return Math.min(1, 2 * chance);
}
