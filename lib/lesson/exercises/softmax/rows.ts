/**
 * Rows and columns of a matrix, for the exercises' solutions and mistakes.
 */
import { transpose } from '../../../layers/matMul';
import type { Random } from '../../../random/random';
import { type NdArray, ndarray } from '../../../types/ndarray';

export type Row = Float64Array;

/** Each row replaced by what `change` makes of it. */
export function mapRows(matrix: NdArray, change: (row: Row) => Row): NdArray {
  const [rows, columns] = matrix.shape as [number, number];
  const changed = ndarray(matrix.shape);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    changed.data.set(change(matrix.data.subarray(start, start + columns)), start);
  }
  return changed;
}

export function mapColumns(matrix: NdArray, change: (column: Row) => Row): NdArray {
  return transpose(mapRows(transpose(matrix), change));
}

/** Every number replaced, wherever it stands. */
export function mapAll(matrix: NdArray, change: (all: Row) => Row): NdArray {
  return ndarray(matrix.shape, change(matrix.data));
}

/** Parts of a whole: the numbers divided by their sum. */
export function shares(amounts: Row): Row {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map(amount => amount / total);
}

/** Softmax of one row, with `shift` taken away from every score. */
export function shiftedSoftmax(scores: Row, shift: number = Math.max(...scores)): Row {
  return shares(scores.map(score => Math.exp(score - shift)));
}

export function randomLogits(random: Random, batch: number, classes: number): NdArray {
  return ndarray(
    [batch, classes],
    Float64Array.from({ length: batch * classes }, () => 2 * random.normal()),
  );
}
