/**
 * How high the true error may be when so many of so many were wrong: few digits promise little.
 * Flow: errors, count → **errorBound** → thresholdFor, error bars.
 */
import { checkInteger } from '../check/numbers';

/** The chance that the bound is too low. */
const DOUBT = 0.05;

/** Halvings of the interval [0, 1]: after so many it is no wider than float64's rounding. */
const HALVINGS = 60;

/**
 * The highest true error rate that is still plausible: with a higher one, so few errors would come up in less than
 * 5 % of samples (Clopper and Pearson's exact bound, one-sided, 95 %).
 *
 *     Σᵢ₌₀…errors C(count, i) · boundⁱ · (1 − bound)ᶜᵒᵘⁿᵗ⁻ⁱ = 0.05
 *
 * Without an error it is nearly 3 / count: a promise of at most 0.1 % takes 2995 digits and no error among them.
 *
 * @param errors how many were wrong, an integer in [0, count].
 * @param count how many there were, drawn independently; 0 is allowed, and says nothing: 1.
 * @returns in (0, 1].
 * @throws RangeError if one is no integer in its range.
 * @example errorBound(0, 2995) // 0.0009997…
 * @see Clopper & Pearson, The Use of Confidence or Fiducial Limits (1934). Used in notebooks/14-what-it-sees.
 */
export function errorBound(errors: number, count: number): number {
  checkInteger('errorBound', 'count', count, 0);
  checkInteger('errorBound', 'errors', errors, 0, count);
  if (errors === count) return 1;
  let [low, high] = [errors / count, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const rate = (low + high) / 2;
    if (chanceOfAtMost(errors, count, rate) > DOUBT) low = rate;
    else high = rate;
  }
  return high;
}

/** The binomial distribution's lower tail. In logarithms: single terms may be smaller than float64 can hold. */
function chanceOfAtMost(errors: number, count: number, rate: number): number {
  const odds = Math.log(rate) - Math.log1p(-rate);
  let logTerm = count * Math.log1p(-rate);
  let chance = Math.exp(logTerm);
  for (let i = 1; i <= errors; i++) {
    logTerm += Math.log((count - i + 1) / i) + odds;
    chance += Math.exp(logTerm);
  }
  return chance;
}
