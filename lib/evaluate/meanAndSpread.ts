/**
 * The mean of several runs, and how far they lie apart.
 * Flow: a number per seed → **meanAndSpread** → the table of a sweep or a benchmark.
 */

/**
 * Mean and standard deviation of a sample (divided by n − 1); no deviation of a single value.
 *
 * @example meanAndSpread([1, 3]) // { mean: 2, spread: 1.4142135623730951 }
 */
export function meanAndSpread(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}
