import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matMul, transpose } from '../../lib/layers/matMul';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { law } from './arbitraries';
import { randomArray } from './arrays';
import { assertClose, assertRefuses, assertSame } from './assertions';

/** The definition, entry by entry. */
function product(a: NdArray, b: NdArray): number[] {
  const [rows, inner] = a.shape as [number, number];
  const columns = b.shape[1]!;
  return Array.from({ length: rows * columns }, (_, index) => {
    let sum = 0;
    for (let k = 0; k < inner; k++)
      sum += a.data[Math.floor(index / columns) * inner + k]! * b.data[k * columns + (index % columns)]!;
    return sum;
  });
}

const sizes = fc.record({
  rows: fc.integer({ min: 0, max: 9 }),
  inner: fc.integer({ min: 0, max: 9 }),
  columns: fc.integer({ min: 0, max: 9 }),
  seed: fc.nat(1000),
});

test('rows against columns', () => {
  const a = ndarray([2, 3], [1, 2, 3, 4, 5, 6]);
  const b = ndarray([3, 2], [1, 0, 0, 1, 10, 100]);
  assertSame(matMul(a, b), [2, 2], [31, 302, 64, 605]);
});

test('±1000 and single numbers are no special case', () => {
  assertSame(matMul(ndarray([1, 1], [-1000]), ndarray([1, 1], [1000])), [1, 1], [-1e6]);
});

test('nothing to add up gives zeros, no row gives no row', () => {
  assertSame(matMul(ndarray([2, 0]), ndarray([0, 3])), [2, 3], [0, 0, 0, 0, 0, 0]);
  assertSame(matMul(ndarray([0, 2]), ndarray([2, 3])), [0, 3], []);
});

test('law: whatever the sizes, the result is the triple loop’s to the last bit', () => {
  law(sizes, ({ rows, inner, columns, seed }) => {
    const a = randomArray([rows, inner], seed);
    const b = randomArray([inner, columns], seed + 1);
    assertSame(matMul(a, b), [rows, columns], product(a, b));
  });
});

test('law: the transpose of a product is the product of the transposes, turned round', () => {
  law(sizes, ({ rows, inner, columns, seed }) => {
    const a = randomArray([rows, inner], seed);
    const b = randomArray([inner, columns], seed + 1);
    const turned = matMul(transpose(b), transpose(a));
    assertSame(transpose(matMul(a, b)), turned.shape, turned.data);
  });
});

test('law: the product is the same whichever pair is multiplied first', () => {
  law(sizes, ({ rows, inner, columns, seed }) => {
    const a = randomArray([rows, inner], seed);
    const b = randomArray([inner, columns], seed + 1);
    const c = randomArray([columns, 3], seed + 2);
    assertClose(matMul(matMul(a, b), c).data, matMul(a, matMul(b, c)).data);
  });
});

test('rows become columns, and come back', () => {
  const matrix = ndarray([2, 3], [1, 2, 3, 4, 5, 6]);
  assertSame(transpose(matrix), [3, 2], [1, 4, 2, 5, 3, 6]);
  const large = randomArray([19, 13], 1);
  assert.equal(transpose(large).data[7 * 19 + 18], large.data[18 * 13 + 7]);
  assertSame(transpose(transpose(large)), [19, 13], large.data);
});

test('what is no matrix, or does not fit, is refused', () => {
  assertRefuses(() => matMul(ndarray([3]), ndarray([3, 1])), 'matMul: a must be [rows, inner], got [3]');
  assertRefuses(() => matMul(ndarray([1, 3]), ndarray([3])), 'matMul: b must be [inner, columns], got [3]');
  assertRefuses(
    () => matMul(ndarray([2, 3]), ndarray([2, 3])),
    'matMul: b must have 3 rows, as many as a has columns, got 2',
  );
  assertRefuses(
    () => transpose(ndarray([1, 2, 3])),
    'transpose: matrix must be [rows, columns], got [1, 2, 3]',
  );
});
