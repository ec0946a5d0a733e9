import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thresholdFor } from '../../lib/evaluate/thresholdFor';
import { assertClose, assertRefuses } from '../layers/assertions';

/** Two classes, label 0: confidence 0.9 right, 0.8 wrong, 0.7 right, 0.6 right. */
const rows = [0.9, 0.1, 0.2, 0.8, 0.7, 0.3, 0.6, 0.4];
const labels = [0, 0, 0, 0];

test('the widest coverage is taken that keeps the promise, also past one that breaks it', () => {
  const { errorBound, ...chosen } = thresholdFor(0.25, rows, labels);
  assert.deepEqual(chosen, { threshold: 0.6, kept: 4, coverage: 1, errors: 1, error: 0.25 });
  // 1 − q of at most one error in four: (1 + 3 q)(1 − q)³ = 0.05 at q = 0.7514…
  assertClose([(1 + 3 * errorBound) * (1 - errorBound) ** 3], [0.05], 1e-12);
});

test('no error allowed keeps only the surest, and one digit promises next to nothing', () => {
  const { errorBound, ...chosen } = thresholdFor(0, rows, labels);
  assert.deepEqual(chosen, { threshold: 0.9, kept: 1, coverage: 0.25, errors: 0, error: 0 });
  assertClose([errorBound], [0.95], 1e-14);
});

test('where the surest are wrong too often nothing is kept', () => {
  assert.deepEqual(thresholdFor(0.001, [0.9, 0.1, 0.9, 0.1], [0, 1]), {
    threshold: Number.POSITIVE_INFINITY,
    kept: 0,
    coverage: 0,
    errors: 0,
    error: Number.NaN,
    errorBound: 1,
  });
});

test('an error outside [0, 1] is refused', () => {
  assertRefuses(() => thresholdFor(1.5, rows, labels), 'thresholdFor: maxError must be in [0, 1], got 1.5');
  assertRefuses(
    () => thresholdFor(Number.NaN, rows, labels),
    'thresholdFor: maxError must be in [0, 1], got NaN',
  );
});
