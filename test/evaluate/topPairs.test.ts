import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topPairs } from '../../lib/evaluate/topPairs';
import { assertRefuses } from '../layers/assertions';

const confusion = [
  [9, 0, 2],
  [3, 50, 0],
  [2, 0, 7],
];

test('errors come most frequent first, equally frequent ones by class, right answers never', () => {
  const first = { label: 1, prediction: 0, count: 3 };
  const second = { label: 0, prediction: 2, count: 2 };
  const third = { label: 2, prediction: 0, count: 2 };
  assert.deepEqual(topPairs(confusion, 2), [first, second]);
  assert.deepEqual(topPairs(confusion, 10), [first, second, third]);
  assert.deepEqual(
    topPairs(
      [
        [8, 2],
        [0, 10],
      ],
      5,
    ),
    [{ label: 0, prediction: 1, count: 2 }],
  );
});

test('without an error there is no pair', () => {
  assert.deepEqual(topPairs([[5]], 1), []);
  assert.deepEqual(topPairs([], 1), []);
});

test('no square and no count are refused', () => {
  assertRefuses(() => topPairs([[1, 0]], 1), 'topPairs: confusion[0] must have 1 columns, got 2');
  assertRefuses(() => topPairs(confusion, 0), 'topPairs: count must be an integer ≥ 1, got 0');
});
