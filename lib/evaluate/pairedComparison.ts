/**
 * Two networks on the same digits: what each has wrong alone.
 * Flow: wrong rows of both → **pairedComparison** (mcNemar) → the verdict on a rung of the ladder.
 */
import { checkInteger } from '../check/numbers';
import { mcNemar } from './mcNemar';

/** What `pairedComparison` finds: digits that one of two networks alone has wrong, and the chance of it. */
export interface PairedComparison {
  /** Wrong in the first alone. */
  readonly onlyFirst: number;
  /** Wrong in the second alone. */
  readonly onlySecond: number;
  /** Wrong in both: too hard for either, and no help in telling them apart. */
  readonly both: number;
  /** How likely a difference like this is between equally good networks, in (0, 1]. */
  readonly p: number;
}

/**
 * Compares two networks digit by digit. Both meet the same hard digits, so their difference is known much better than
 * either accuracy.
 *
 * @param firstWrong row numbers of the digits that the first has wrong, none twice.
 * @param secondWrong those of the second, among the same digits.
 * @throws RangeError naming the first entry that is no row number or comes twice.
 * @example pairedComparison([3, 8, 20], [8]) // { onlyFirst: 2, onlySecond: 0, both: 1, p: 0.5 }
 * @see Dietterich, Approximate Statistical Tests for Comparing Supervised Classification Learning Algorithms (1998).
 *   Used in notebooks/13-recipe-ladder.
 */
export function pairedComparison(
  firstWrong: ArrayLike<number>,
  secondWrong: ArrayLike<number>,
): PairedComparison {
  const first = rowSet('firstWrong', firstWrong);
  const second = rowSet('secondWrong', secondWrong);
  const both = [...first].filter(row => second.has(row)).length;
  const [onlyFirst, onlySecond] = [first.size - both, second.size - both];
  return { onlyFirst, onlySecond, both, p: mcNemar(onlyFirst, onlySecond) };
}

function rowSet(name: string, rows: ArrayLike<number>): Set<number> {
  const set = new Set<number>();
  for (const [index, row] of Array.from(rows).entries()) {
    checkInteger('pairedComparison', `${name}[${index}]`, row, 0);
    if (set.has(row)) {
      throw new RangeError(`pairedComparison: ${name}[${index}] must come once, got ${row} again`);
    }
    set.add(row);
  }
  return set;
}
