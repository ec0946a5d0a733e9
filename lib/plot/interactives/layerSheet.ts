/**
 * All that a layer gives for one image, as one picture: a map beside the other.
 * Flow: layerOutputs → **layerSheet** → canvas in the page, PNG in the still picture.
 */
import type { NdArray } from '../../types/ndarray';
import { seriesStyle } from '../theme';
import { numberText, percentText } from './numberText';

/** Pixels of red, green, blue and alpha: whatever is 0 is transparent, so the page's own colour stands for it. */
export interface LayerSheet {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** Maps side by side, before the next row of them begins: few are shown large. */
const FEW_MAPS = 8;
const MANY_MAPS = 16;
/** Numbers side by side where a layer gives no maps: few are shown large, many small. */
const FEW = 512;
const FEW_ACROSS = 32;
const MANY_ACROSS = 128;

const HUES = [0, 1].map(series => Number.parseInt(seriesStyle(series).color.slice(1), 16));

/**
 * Positive numbers in one hue, negative ones in another; the layer's largest amount is the strongest, and a quarter of it
 * half as strong: what is weak can still be seen.
 *
 * @param output `[1, height, width, maps]` or `[1, units]`.
 */
export function layerSheet(output: NdArray): LayerSheet {
  const { rows, columns, maps, across } = arrangement(output.shape);
  const gap = maps > 1 ? 1 : 0;
  const width = across * (columns + gap) - gap;
  const height = Math.ceil(maps / across) * (rows + gap) - gap;
  const pixels = new Uint8ClampedArray(4 * width * height);
  const largest = output.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  output.data.forEach((value, index) => {
    const map = index % maps;
    const cell = (index - map) / maps;
    const column = (cell % columns) + (map % across) * (columns + gap);
    const row = Math.floor(cell / columns) + Math.floor(map / across) * (rows + gap);
    const hue = HUES[value < 0 ? 0 : 1]!;
    const alpha = 255 * Math.sqrt(Math.abs(value) / largest);
    pixels.set([hue >> 16, (hue >> 8) & 255, hue & 255, alpha], 4 * (row * width + column));
  });
  return { width, height, pixels };
}

/** One row of a layer without maps is as long as it must be; only then are all its cells of one size. */
function arrangement(shape: readonly number[]): Record<'rows' | 'columns' | 'maps' | 'across', number> {
  if (shape.length === 4) {
    const maps = shape[3]!;
    return { rows: shape[1]!, columns: shape[2]!, maps, across: maps > FEW_MAPS ? MANY_MAPS : FEW_MAPS };
  }
  const units = shape.slice(1).reduce((product, size) => product * size, 1);
  const columns = units > FEW ? MANY_ACROSS : FEW_ACROSS;
  return { rows: Math.ceil(units / columns), columns, maps: 1, across: 1 };
}

/** @example layerTitle('relu', 1, [1, 28, 28, 16]) // '2. relu: 16 maps of 28 × 28' */
export function layerTitle(type: string, index: number, shape: readonly number[]): string {
  const [, rows, columns, maps] = shape;
  const size = shape.length === 4 ? `${maps} maps of ${rows} × ${columns}` : `${rows} numbers`;
  return `${index + 1}. ${type}: ${size}`;
}

/** What a listener hears of a sheet. */
export function layerText({ data }: NdArray): string {
  const positive = data.filter(value => value > 0).length / data.length;
  const [smallest, largest] = data.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as readonly [number, number],
  );
  return `${percentText(positive)} are above 0; from ${numberText(smallest)} to ${numberText(largest)}`;
}
