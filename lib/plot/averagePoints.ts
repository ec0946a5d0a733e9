/**
 * Long lines made short enough to draw and to store.
 * Flow: liveBoard → **averagePoints** → boardSvg, boardFigure.
 */

/** About as many as a panel has pixels to show. */
const MOST_POINTS = 300;

/**
 * At most 300 points: each the mean of as many neighbours as needed, at the last one's place. Values that are not
 * finite are left out.
 *
 * @example averagePoints([1, 2], [5, Number.NaN]) // [[1, 5]]
 */
export function averagePoints(
  x: readonly number[],
  y: readonly number[],
): readonly (readonly [x: number, y: number])[] {
  const size = Math.ceil(x.length / MOST_POINTS);
  const points: [number, number][] = [];
  for (let start = 0; start < x.length; start += size) {
    const end = Math.min(start + size, x.length);
    const group = y.slice(start, end).filter(Number.isFinite);
    if (group.length === 0) continue;
    points.push([x[end - 1]!, group.reduce((sum, value) => sum + value, 0) / group.length]);
  }
  return points;
}
