/**
 * Numbers as colours: which scale, from where to where, and the bar that explains it.
 * Flow: **colorScale** → heatmap, imageGrid, filtersGrid, lossSurface.
 */
import type { Layout } from './figure';
import { textWidth } from './svg/textSize';
import { FONT_SIZE, GRID_COLOR, plotText } from './theme';

/** From little to much, around zero, or as ink on the page of the data (black paper, white ink). */
export type ColorScaleName = 'sequential' | 'diverging' | 'ink';

/** How values become colours. */
export interface ColorOptions {
  /** What the colour means, with its unit: `'mean ink (0–255)'`. */
  readonly valueTitle: string;
  /** `'diverging'` when not given and a value is negative. */
  readonly scale?: ColorScaleName;
  /** The values at the two ends; the smallest and the largest value when not given. */
  readonly range?: readonly [low: number, high: number];
}

/** Every colour is opaque and keeps its meaning on any page. Blue and orange are Okabe & Ito's. */
const COLORS: Readonly<Record<ColorScaleName, readonly string[]>> = {
  sequential: ['#eaf3f9', '#8dc0de', '#0072B2', '#003a5c'],
  diverging: ['#00456b', '#0072B2', '#f4f4f4', '#D55E00', '#803800'],
  ink: ['#000000', '#ffffff'],
};

/** Between a picture and its bar, in CSS pixels. */
const BAR_GAP = 12;

/** A scale as plotly wants it, and its two ends. */
export interface ChosenScale {
  readonly name: ColorScaleName;
  readonly colorscale: readonly (readonly [position: number, color: string])[];
  readonly zmin: number;
  readonly zmax: number;
}

/**
 * The scale for these values. A diverging one reaches as far below zero as above, so that its pale middle is zero.
 *
 * @param plain the scale when none is given and no value is negative.
 * @throws RangeError if `range` does not go upwards.
 * @example chooseScale('heatmap', [-1, 3], { valueTitle: 'weight' }, 'sequential').zmin // -3
 */
export function chooseScale(
  caller: string,
  values: ArrayLike<number>,
  { scale, range }: ColorOptions,
  plain: ColorScaleName,
): ChosenScale {
  if (range !== undefined && !(range[0] < range[1])) {
    throw new RangeError(`${caller}: range must go from low to high, got [${range.join(', ')}]`);
  }
  const [low, high] = range ?? extent(values);
  const name = scale ?? (low < 0 ? 'diverging' : plain);
  const colors = COLORS[name];
  const colorscale = colors.map((color, index) => [index / (colors.length - 1), color] as const);
  if (name !== 'diverging') return { name, colorscale, zmin: low, zmax: high > low ? high : low + 1 };
  const reach = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return { name, colorscale, zmin: -reach, zmax: reach };
}

/** The smallest and the largest finite value; `[0, 0]` if there is none. */
export function extent(values: ArrayLike<number>): readonly [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}

/** The bar beside (`'v'`) or below (`'h'`) a picture that says which colour is which value. */
export function colorBar(valueTitle: string, orientation: 'v' | 'h'): Layout {
  const title = { text: plotText(valueTitle), side: orientation === 'v' ? 'top' : 'bottom' };
  const place =
    orientation === 'v' ? { x: 1, xpad: BAR_GAP } : { y: 0, yanchor: 'top', ypad: BAR_GAP, len: 1 };
  return {
    orientation,
    title,
    thickness: 12,
    outlinewidth: 1,
    outlinecolor: GRID_COLOR,
    nticks: 5,
    ...place,
  };
}

/** How much room the bar beside a picture needs for its title and numbers, in CSS pixels. */
export function barMargin(valueTitle: string): number {
  return BAR_GAP + Math.max(60, 1.1 * FONT_SIZE * textWidth(valueTitle) + 12);
}
