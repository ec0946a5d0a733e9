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
 * Two rows and four columns are computed at a time, so that each number read is used more than once. Every sum is
 * added up in the order of k: the result is the plain triple loop's to the last bit.
 *
 * @param a `[rows, inner]`.
 * @param b `[inner, columns]`.
 * @returns `[rows, columns]`; zeros if `inner` is 0.
 * @throws RangeError if an argument is no matrix or the inner sizes differ.
 * @example matMul(ndarray([1, 2], [1, 2]), ndarray([2, 1], [3, 4])).data // [11]
 * @see Goto & van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008).
 *   Derived in notebooks/06-convolution.
 */
export function matMul(a: NdArray, b: NdArray): NdArray {
  checkAxes('matMul', 'a', a, ['rows', 'inner'], ['rows', 'inner']);
  checkAxes('matMul', 'b', b, ['inner', 'columns'], ['inner', 'columns']);
  const [rows, inner] = a.shape as [number, number];
  const [innerOfB, columns] = b.shape as [number, number];
  if (inner !== innerOfB) {
    throw new RangeError(`matMul: b must have ${inner} rows, as many as a has columns, got ${innerOfB}`);
  }
  const product = ndarray([rows, columns]);
  const wholeRows = rows - (rows % 2);
  const wholeColumns = columns - (columns % 4);
  const panels = packColumns(b.data, inner, columns, wholeColumns);
  for (let i = 0; i < wholeRows; i += 2)
    for (let j = 0; j < wholeColumns; j += 4) tile(a.data, panels, product.data, inner, columns, i, j);
  plain(a.data, b.data, product.data, inner, columns, 0, wholeRows, wholeColumns);
  plain(a.data, b.data, product.data, inner, columns, wholeRows, rows, 0);
  return product;
}

/** Copies b so that each four of its columns lie side by side: the tile then reads memory in order. */
function packColumns(b: Float64Array, inner: number, columns: number, wholeColumns: number): Float64Array {
  const panels = new Float64Array(inner * wholeColumns);
  let to = 0;
  for (let j = 0; j < wholeColumns; j += 4)
    for (let k = 0; k < inner; k++)
      for (let next = 0; next < 4; next++) panels[to++] = b[k * columns + j + next]!;
  return panels;
}

/** A 2 × 4 block of the product: eight sums, few enough to stay in the processor's registers. */
function tile(
  a: Float64Array,
  panels: Float64Array,
  product: Float64Array,
  inner: number,
  columns: number,
  i: number,
  j: number,
): void {
  const upper = i * inner;
  const lower = upper + inner;
  let u0 = 0,
    u1 = 0,
    u2 = 0,
    u3 = 0;
  let l0 = 0,
    l1 = 0,
    l2 = 0,
    l3 = 0;
  for (let k = 0, p = j * inner; k < inner; k++, p += 4) {
    const b0 = panels[p]!;
    const b1 = panels[p + 1]!;
    const b2 = panels[p + 2]!;
    const b3 = panels[p + 3]!;
    const u = a[upper + k]!;
    const l = a[lower + k]!;
    u0 += u * b0;
    u1 += u * b1;
    u2 += u * b2;
    u3 += u * b3;
    l0 += l * b0;
    l1 += l * b1;
    l2 += l * b2;
    l3 += l * b3;
  }
  const above = i * columns + j;
  const below = above + columns;
  product[above] = u0;
  product[above + 1] = u1;
  product[above + 2] = u2;
  product[above + 3] = u3;
  product[below] = l0;
  product[below + 1] = l1;
  product[below + 2] = l2;
  product[below + 3] = l3;
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

/** Numbers in one line of the processor's cache, 64 bytes. */
const CACHE_LINE = 8;

/**
 * Rows become columns.
 *
 * @param matrix `[rows, columns]`.
 * @returns `[columns, rows]`.
 * @throws RangeError if `matrix` is not one.
 * @example transpose(ndarray([2, 2], [1, 2, 3, 4])).data // [1, 3, 2, 4]
 * @see Used in notebooks/08-a-network-by-hand.
 */
export function transpose(matrix: NdArray): NdArray {
  checkAxes('transpose', 'matrix', matrix, ['rows', 'columns'], ['rows', 'columns']);
  const [rows, columns] = matrix.shape as [number, number];
  const turned = ndarray([columns, rows]);
  // A strip of rows at a time: what is written fills whole cache lines.
  for (let strip = 0; strip < rows; strip += CACHE_LINE) {
    const end = Math.min(strip + CACHE_LINE, rows);
    for (let j = 0; j < columns; j++)
      for (let i = strip; i < end; i++) turned.data[j * rows + i] = matrix.data[i * columns + j]!;
  }
  return turned;
}
