/**
 * The grey level that best divides pixels in two.
 * Flow: flattenLight → **inkThreshold** → digitInk.
 */

/**
 * Otsu's threshold: of all levels, the one that makes the two sides most alike within and most unlike each other.
 *
 *     maximise  below · above · (mean above − mean below)²
 *
 * Between two heaps with nothing in between, all levels are as good; the middle one is taken.
 *
 * @param values in [0, 255]; rounded to whole levels.
 * @returns a level in [0, 255]: what is greater is above. 0 if all values are the same.
 * @example inkThreshold([0, 0, 1, 200, 201]) // 100
 * @see Otsu, A Threshold Selection Method from Gray-Level Histograms (1979).
 */
export function inkThreshold(values: ArrayLike<number>): number {
  const counts = new Float64Array(256);
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    const level = Math.round(values[index]!);
    counts[level]!++;
    sum += level;
  }
  let below = 0;
  let sumBelow = 0;
  let best = { first: 0, last: 0, separation: 0 };
  for (let level = 0; level < 255; level++) {
    below += counts[level]!;
    sumBelow += level * counts[level]!;
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const distance = (sum - sumBelow) / above - sumBelow / below;
    const separation = below * above * distance ** 2;
    if (separation > best.separation) best = { first: level, last: level, separation };
    else if (separation === best.separation) best.last = level;
  }
  return Math.floor((best.first + best.last) / 2);
}
