/**
 * The middle of several measurements, which one busy moment of the machine does not move.
 * Flow: rounds → **median** → the table of a benchmark.
 */

/** The value in the middle; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
