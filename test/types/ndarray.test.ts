import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ndarray } from '../../lib/types/ndarray';
import { assertRefuses } from '../layers/assertions';

test('the last axis runs fastest', () => {
  const array = ndarray([2, 3], [1, 2, 3, 4, 5, 6]);
  assert.equal(array.data[1 * 3 + 2], 6);
  assert.equal(array.data[0 * 3 + 2], 3);
});

test('without data an array is made of zeros', () => {
  assert.deepEqual(ndarray([2, 2]).data, new Float64Array(4));
});

test('no axis makes a single number, an empty axis makes none', () => {
  assert.equal(ndarray([]).data.length, 1);
  assert.equal(ndarray([0, 28, 28, 1]).data.length, 0);
});

test('a Float64Array is used as it is, anything else is copied', () => {
  const numbers = Float64Array.of(1, 2);
  assert.equal(ndarray([2], numbers).data, numbers);
  assert.deepEqual(ndarray([2], Uint8Array.of(1, 2)).data, numbers);
});

test('changing the list that named the shape does not change the array', () => {
  const shape = [2, 2];
  const array = ndarray(shape);
  shape[0] = 7;
  assert.deepEqual(array.shape, [2, 2]);
});

test('a size that is no whole number is refused by its place', () => {
  assertRefuses(() => ndarray([2, -1]), 'ndarray: shape[1] must be a whole number ≥ 0, got -1');
  assertRefuses(() => ndarray([1.5]), 'ndarray: shape[0] must be a whole number ≥ 0, got 1.5');
  assertRefuses(() => ndarray([Number.NaN]), 'ndarray: shape[0] must be a whole number ≥ 0, got NaN');
});

test('data of another length is refused', () => {
  assertRefuses(
    () => ndarray([2, 2], [1, 2, 3]),
    'ndarray: data must have 4 numbers for shape [2, 2], got 3',
  );
});
