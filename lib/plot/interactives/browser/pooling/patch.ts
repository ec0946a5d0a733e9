/**
 * The pixels under one pooling window, and what of a gradient each of them gets back.
 * Flow: image, windows → **patch** → written explanation, marks.
 */
import { type NdArray, ndarray } from '../../../../types/ndarray';
import type { WindowAxes } from '../../windowCells';
import { type PoolingSettings, poolGradient } from './settings';

export interface PatchPixel {
  /** Place in the image, from 0. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** The share of a gradient of 1: lib's gradient says it. */
  readonly share: number;
}

/** Row by row; `undefined` stands for padding, which is no value. */
export function patchAt(
  image: NdArray,
  settings: PoolingSettings,
  [vertical, horizontal]: WindowAxes,
  row: number,
  column: number,
): readonly (PatchPixel | undefined)[] {
  const one = ndarray([1, vertical.output, horizontal.output, 1]);
  one.data[row * horizontal.output + column] = 1;
  const shares = poolGradient(one, image, settings).data;
  return Array.from({ length: vertical.window * horizontal.window }, (_, index) => {
    const y = row * vertical.stride + Math.floor(index / horizontal.window) - vertical.before;
    const x = column * horizontal.stride + (index % horizontal.window) - horizontal.before;
    if (y < 0 || y >= vertical.input || x < 0 || x >= horizontal.input) return undefined;
    const place = y * horizontal.input + x;
    return { row: y, column: x, value: image.data[place]!, share: shares[place]! };
  });
}
