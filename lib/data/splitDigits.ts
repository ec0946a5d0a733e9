/**
 * Holds digits out for validation.
 * Flow: readDigits → **splitDigits** → fit trains on one part, the other says how well.
 */
import { checkBetween } from '../check/numbers';
import { createRandom } from '../random/random';
import type { Digits } from '../types/digits';
import { selectDigits } from './selectDigits';

/** How large the held-out part of `splitDigits` is, and which digits are in it. */
export interface SplitDigitsOptions {
  /** The part to hold out, between 0 and 1: 0.1 for every tenth digit. */
  validation: number;
  /** Which digits are held out depends on this number and on nothing else. */
  seed: number;
  /** Hold out the same part of every class (default), or of all digits together. */
  stratify?: boolean;
}

/**
 * Two parts that share no row and together have all of them, each in the order of the original.
 *
 * Stratified, each class gives its share, rounded so that the total is `count · validation`, rounded: the
 * classes with the largest remainders give one more. A class with few digits may give none.
 *
 * @throws RangeError if `validation` is not in (0, 1) or leaves a part empty, or `seed` is not a whole number ≥ 0.
 * @example splitDigits(digits, { validation: 0.1, seed: 1 }).validation.count // 6000 of 60000
 * @see Kohavi, A Study of Cross-Validation and Bootstrap (1995), on stratifying. Used in notebooks/00-start-here,
 *   notebooks/01-digits-from-csv.
 */
export function splitDigits(
  digits: Digits,
  { validation, seed, stratify = true }: SplitDigitsOptions,
): { train: Digits; validation: Digits } {
  checkBetween('splitDigits', 'validation', validation, 0, 1);
  const total = Math.round(digits.count * validation);
  if (total === 0 || total === digits.count) {
    throw new RangeError(
      `splitDigits: validation must leave digits in both parts, got ${validation} of ${digits.count} digits`,
    );
  }
  const random = createRandom(seed);
  const groups = stratify && digits.labels.length > 0 ? rowsByClass(digits) : [allRows(digits)];
  const shares = roundedShares(
    groups.map(rows => rows.length),
    total,
  );
  const heldOut = new Set(groups.flatMap((rows, group) => random.shuffle(rows).slice(0, shares[group])));
  const [held, kept]: [number[], number[]] = [[], []];
  for (let row = 0; row < digits.count; row++) (heldOut.has(row) ? held : kept).push(row);
  return { train: selectDigits(digits, kept), validation: selectDigits(digits, held) };
}

function allRows(digits: Digits): number[] {
  return Array.from({ length: digits.count }, (_, row) => row);
}

function rowsByClass(digits: Digits): number[][] {
  const groups: number[][] = Array.from({ length: digits.classes }, () => []);
  for (const [row, label] of digits.labels.entries()) groups[label]!.push(row);
  return groups;
}

/** `total` shared out in proportion to `sizes`, in whole numbers: the largest remainders are rounded up. */
function roundedShares(sizes: number[], total: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map(size => (size * total) / all);
  const shares = exact.map(Math.floor);
  const missing = total - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact.map((share, group) => ({ group, remainder: share - Math.floor(share) }));
  byRemainder.sort((one, other) => other.remainder - one.remainder);
  for (const { group } of byRemainder.slice(0, missing)) shares[group]!++;
  return shares;
}
