/**
 * Arrays to test with, and the few sums that laws are stated in.
 * Flow: **arrays** → the tests of encode and layers.
 */
import { createRandom } from '../../lib/random/random';
import { type NdArray, ndarray } from '../../lib/types/ndarray';

/** Normal draws in a shape; the same for the same seed. */
export function randomArray(shape: readonly number[], seed: number): NdArray {
  const random = createRandom(seed);
  const array = ndarray(shape);
  return ndarray(
    shape,
    array.data.map(() => random.normal()),
  );
}

/** One number for each number. */
export function mapped(array: NdArray, change: (value: number) => number): NdArray {
  return ndarray(array.shape, array.data.map(change));
}

/** `a + scale · b`. */
export function combined(a: NdArray, scale: number, b: NdArray): NdArray {
  return ndarray(
    a.shape,
    a.data.map((value, index) => value + scale * b.data[index]!),
  );
}

/** Σ aᵢ · bᵢ */
export function dot(a: NdArray, b: NdArray): number {
  return a.data.reduce((sum, value, index) => sum + value * b.data[index]!, 0);
}

/** The rows of a matrix. */
export function rowsOf(matrix: NdArray): number[][] {
  const [rows, columns] = matrix.shape as [number, number];
  return Array.from({ length: rows }, (_, row) => [
    ...matrix.data.subarray(row * columns, (row + 1) * columns),
  ]);
}
