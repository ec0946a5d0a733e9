/**
 * What the exercises on convolution have in common.
 * Flow: **arrays** → conv2d, gradient, im2col.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';

/** Small whole numbers, which are easy to check by hand, from −4 to 4. */
export function smallNumbers(random: { integer(limit: number): number }, ...shape: number[]): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  return ndarray(
    shape,
    Float64Array.from({ length: size }, () => random.integer(9) - 4),
  );
}

/** The numbers 1, 2, 3, …, all different, so that a mix-up shows. */
export function counted(...shape: number[]): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  return ndarray(
    shape,
    Float64Array.from({ length: size }, (_, index) => index + 1),
  );
}

/** How a kernel turned by 180°, or with rows and columns swapped, is read: which place of it stands for [i, j]. */
export type Reading = (i: number, j: number, rows: number, columns: number) => readonly [number, number];

export const asWritten: Reading = (i, j) => [i, j];
export const flipped: Reading = (i, j, rows, columns) => [rows - 1 - i, columns - 1 - j];
