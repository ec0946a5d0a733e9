/**
 * Where a sliding window stands, in cells of the padded image.
 * Flow: sliding window → **windowCells** → the steppers' pages and pictures.
 */
import type { WindowAxis } from '../../layers/slidingWindow';

export type WindowAxes = readonly [vertical: WindowAxis, horizontal: WindowAxis];

/** A part of a grid, in cells. */
export interface CellBox {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** The image and the zeros around it, row by row; a zero that was added is `undefined`. */
export function paddedPixels(
  pixels: ArrayLike<number>,
  [vertical, horizontal]: WindowAxes,
): { readonly columns: number; readonly values: readonly (number | undefined)[] } {
  const rows = vertical.before + vertical.input + vertical.after;
  const columns = horizontal.before + horizontal.input + horizontal.after;
  const values = Array.from({ length: rows * columns }, (_, index) => {
    const y = Math.floor(index / columns) - vertical.before;
    const x = (index % columns) - horizontal.before;
    const isInside = y >= 0 && y < vertical.input && x >= 0 && x < horizontal.input;
    return isInside ? pixels[y * horizontal.input + x]! : undefined;
  });
  return { columns, values };
}

/** The patch behind one output. */
export function patchBox([vertical, horizontal]: WindowAxes, row: number, column: number): CellBox {
  return {
    top: row * vertical.stride,
    left: column * horizontal.stride,
    height: vertical.window,
    width: horizontal.window,
  };
}
