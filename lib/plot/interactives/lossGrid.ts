/**
 * The loss over both weights: heights for a map, and where its lines run.
 * Flow: twoWeights → **lossGrid** → loss map, its description.
 */
import type { HeightGrid } from './contours';
import type { LossSurfaceData } from './lossSurfaceData';
import { lossAt, type Point, type TwoWeights } from './twoWeights';

export interface LossGrid {
  /** `POINTS` rows from the top of the map (largest y) down, each from left to right. */
  readonly rows: HeightGrid;
  readonly lowest: number;
  readonly highest: number;
  /** Of the point of the grid with the lowest loss. */
  readonly lowestAt: Point;
  /** Losses whose lines are drawn, the closer to each other the lower: else the valley would be empty. */
  readonly levels: readonly number[];
}

/** Points of the grid along each axis. */
export const POINTS = 33;
const LINES = 12;

export function lossGrid(model: TwoWeights, { x, y }: Pick<LossSurfaceData, 'x' | 'y'>): LossGrid {
  const along = ([low, high]: readonly [number, number]) =>
    Array.from({ length: POINTS }, (_, index) => low + ((high - low) * index) / (POINTS - 1));
  const [xs, ys] = [along(x.range), along(y.range).reverse()];
  const rows = ys.map(b => xs.map(a => lossAt(model, [a, b])));
  const losses = rows.flat();
  const [lowest, highest] = [Math.min(...losses), Math.max(...losses)];
  const best = losses.indexOf(lowest);
  const levels = Array.from(
    { length: LINES },
    (_, i) => lowest + (highest - lowest) * ((i + 1) / (LINES + 1)) ** 2,
  );
  const lowestAt = [xs[best % POINTS]!, ys[Math.floor(best / POINTS)]!] as const;
  return { rows, lowest, highest, lowestAt, levels };
}
