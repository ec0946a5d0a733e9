/**
 * From scores back to a class: the way out of one-hot.
 * Flow: logits, probabilities or one-hot labels → **argMax** → predictions.
 */
import { checkAxes } from '../check/arrays';
import type { NdArray } from '../types/ndarray';

/**
 * The column of the largest value in each row; the first one when several are equally large.
 *
 * @param rows `[batch, classes]`, without NaN.
 * @returns `batch` class indices in `[0, classes)`.
 * @throws RangeError if `rows` is not a matrix with at least one column, or holds a NaN.
 * @example argMax(ndarray([2, 3], [0, 5, 1, 7, 7, 2])) // [1, 0]
 * @see Derived in notebooks/02-one-hot.
 */
export function argMax(rows: NdArray): Int32Array {
  checkAxes('argMax', 'rows', rows, ['batch', 'classes']);
  const nan = rows.data.findIndex(Number.isNaN);
  if (nan >= 0) throw new RangeError(`argMax: rows[${nan}] must be a number, got NaN`);
  const [batch, classes] = rows.shape as [number, number];
  const best = new Int32Array(batch);
  for (let row = 0; row < batch; row++) {
    for (let column = 1; column < classes; column++) {
      if (rows.data[row * classes + column]! > rows.data[row * classes + best[row]!]!) best[row] = column;
    }
  }
  return best;
}
