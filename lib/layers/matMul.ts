/**
 * The matrix product: where nearly all the time of a network goes.
 * Flow: dense, conv2dIm2col → **matMul**.
 */
import { checkAxes } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * Rows of `a` against columns of `b`.
 *
 *     product[i, j] = Σₖ a[i, k] · b[k, j]
 *
 * Four rows and four columns are computed at a time: each number read is used four times. Every sum is added up
 * in the order of k, so the result is the plain triple loop's to the last bit.
 *
 * @param a `[rows, inner]`.
 * @param b `[inner, columns]`.
 * @returns `[rows, columns]`.
 * @throws RangeError if an argument is no matrix or the inner sizes differ.
 * @example matMul(ndarray([1, 2], [1, 2]), ndarray([2, 1], [3, 4])).data // [11]
 * @see Goto & van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008). Derived in notebooks/06-convolution.
 */
export function matMul(a: NdArray, b: NdArray): NdArray {
  checkAxes('matMul', 'a', a, ['batch', 'inner']);
  checkAxes('matMul', 'b', b, ['inner', 'columns']);
  const [rows, inner] = a.shape as [number, number];
  const [innerOfB, columns] = b.shape as [number, number];
  if (inner !== innerOfB) {
    throw new RangeError(`matMul: b must have ${inner} rows, as many as a has columns, got ${innerOfB}`);
  }
  const product = ndarray([rows, columns]);
  const wholeRows = rows - (rows % 4);
  const wholeColumns = columns - (columns % 4);
  const panel = new Float64Array(4 * inner);
  for (let j = 0; j < wholeColumns; j += 4) {
    packColumns(b.data, inner, columns, j, panel);
    for (let i = 0; i < wholeRows; i += 4) tile(a.data, panel, product.data, inner, columns, i, j);
  }
  plain(a.data, b.data, product.data, inner, columns, 0, wholeRows, wholeColumns);
  plain(a.data, b.data, product.data, inner, columns, wholeRows, rows, 0);
  return product;
}

/**
 * Rows become columns.
 *
 * @param matrix `[rows, columns]`.
 * @returns `[columns, rows]`.
 * @throws RangeError if `matrix` is not one.
 * @example transpose(ndarray([1, 2], [3, 4])).shape // [2, 1]
 */
export function transpose(matrix: NdArray): NdArray {
  checkAxes('transpose', 'matrix', matrix, ['batch', 'columns']);
  const [rows, columns] = matrix.shape as [number, number];
  const turned = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * rows + i] = matrix.data[i * columns + j]!;
  return { shape: [columns, rows], data: turned };
}

/** Copies four columns of b side by side: the tile then reads memory in order. */
function packColumns(b: Float64Array, inner: number, columns: number, j: number, panel: Float64Array): void {
  for (let k = 0; k < inner; k++)
    for (let next = 0; next < 4; next++) panel[4 * k + next] = b[k * columns + j + next]!;
}

/** A 4 × 4 block of the product: sixteen sums that stay in registers. */
function tile(
  a: Float64Array,
  panel: Float64Array,
  product: Float64Array,
  inner: number,
  columns: number,
  i: number,
  j: number,
): void {
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0;
  let s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0;
  let s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  const row0 = i * inner,
    row1 = row0 + inner,
    row2 = row1 + inner,
    row3 = row2 + inner;
  for (let k = 0, p = 0; k < inner; k++, p += 4) {
    const b0 = panel[p]!,
      b1 = panel[p + 1]!,
      b2 = panel[p + 2]!,
      b3 = panel[p + 3]!;
    const a0 = a[row0 + k]!,
      a1 = a[row1 + k]!,
      a2 = a[row2 + k]!,
      a3 = a[row3 + k]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  product.set([s00, s01, s02, s03], i * columns + j);
  product.set([s10, s11, s12, s13], (i + 1) * columns + j);
  product.set([s20, s21, s22, s23], (i + 2) * columns + j);
  product.set([s30, s31, s32, s33], (i + 3) * columns + j);
}

/** The triple loop, for the rows and columns that no whole tile covers. */
function plain(
  a: Float64Array,
  b: Float64Array,
  product: Float64Array,
  inner: number,
  columns: number,
  fromRow: number,
  toRow: number,
  fromColumn: number,
): void {
  for (let i = fromRow; i < toRow; i++)
    for (let j = fromColumn; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += a[i * inner + k]! * b[k * columns + j]!;
      product[i * columns + j] = sum;
    }
}
