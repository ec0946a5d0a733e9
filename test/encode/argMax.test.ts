import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argMax } from '../../lib/encode/argMax';
import { softmax } from '../../lib/layers/softmax';
import { ndarray } from '../../lib/types/ndarray';
import { law, scores } from '../layers/arbitraries';
import { rowsOf } from '../layers/arrays';
import { assertRefuses } from '../layers/assertions';

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

test('the column of the largest value is found in each row', () => {
  assert.deepEqual([...argMax(ndarray([3, 3], [0, 5, 1, 9, 7, 2, -3, -2, -1]))], [1, 0, 2]);
});

test('of equally large values the first one wins', () => {
  assert.deepEqual([...argMax(ndarray([2, 3], [0, 7, 7, 4, 4, 4]))], [1, 0]);
});

test('values of ±1000 and infinities are compared like any other', () => {
  assert.deepEqual([...argMax(ndarray([2, 2], [-1000, 1000, infinity, 1000]))], [1, 0]);
  assert.deepEqual([...argMax(ndarray([1, 2], [-infinity, -1000]))], [1]);
});

test('no row gives no answer, and one column is always 0', () => {
  assert.deepEqual([...argMax(ndarray([0, 10]))], []);
  assert.deepEqual([...argMax(ndarray([2, 1], [5, -5]))], [0, 0]);
});

test('law: the answer is the first place of the maximum', () => {
  law(scores, logits => {
    const expected = rowsOf(logits).map(row => row.indexOf(Math.max(...row)));
    assert.deepEqual([...argMax(logits)], expected);
  });
});

test('law: softmax does not change which probability is largest', () => {
  law(scores, logits => {
    const best = argMax(logits);
    rowsOf(softmax(logits)).forEach((row, index) => {
      assert.equal(row[best[index]!], Math.max(...row));
    });
  });
});

test('a NaN is refused by its place', () => {
  assertRefuses(() => argMax(ndarray([1, 2], [1, nan])), 'argMax: rows[1] must be a number, got NaN');
});

test('anything but a matrix with a column is refused', () => {
  assertRefuses(() => argMax(ndarray([3])), 'argMax: rows must be [batch, classes], got [3]');
  assertRefuses(() => argMax(ndarray([3, 0])), 'argMax: rows must be [batch, classes], got [3, 0]');
});
