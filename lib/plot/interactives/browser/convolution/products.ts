/**
 * The sum behind one output of a convolution, term by term.
 * Flow: image, kernel, windows → **products** → the written sum.
 */
import type { NdArray } from '../../../../types/ndarray';
import type { WindowAxes } from '../../windowCells';

/** One pixel under the kernel, and what the kernel makes of it. */
export interface Product {
  readonly pixel: number;
  readonly weight: number;
  readonly product: number;
  /** Whether the pixel is one of the added zeros. */
  readonly isPadding: boolean;
}

/**
 * All products under the kernel at one position, row by row. Added up in this order they give the output of
 * `conv2d` to the last bit.
 *
 * @param image `[1, height, width, 1]`.
 * @param kernel `[kernelHeight, kernelWidth, 1, 1]`.
 */
export function productsAt(
  image: NdArray,
  kernel: NdArray,
  [vertical, horizontal]: WindowAxes,
  row: number,
  column: number,
): readonly Product[] {
  return Array.from(kernel.data, (weight, index) => {
    const y = row * vertical.stride + Math.floor(index / horizontal.window) - vertical.before;
    const x = column * horizontal.stride + (index % horizontal.window) - horizontal.before;
    const isPadding = y < 0 || y >= vertical.input || x < 0 || x >= horizontal.input;
    const pixel = isPadding ? 0 : image.data[y * horizontal.input + x]!;
    return { pixel, weight, product: pixel * weight, isPadding };
  });
}
