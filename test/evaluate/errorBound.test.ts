import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { errorBound } from '../../lib/evaluate/errorBound';
import { law } from '../layers/arbitraries';
import { assertClose, assertRefuses } from '../layers/assertions';
import { found } from './scikitLearn';

test('without an error the bound is where all right has a chance of 5 %', () => {
  assertClose([errorBound(0, 1), errorBound(0, 2)], [0.95, 1 - Math.sqrt(0.05)], 1e-14);
});

test('2995 digits without an error, and not one fewer, promise at most 0.1 %', () => {
  assert.ok(errorBound(0, 2995) < 0.001 && errorBound(0, 2994) > 0.001);
});

test("the bound is SciPy's quantile of the beta distribution", () => {
  for (const [errors, count, bound] of found.errorBounds) {
    assert.ok(Math.abs(errorBound(errors, count) / bound - 1) < 1e-10, `${errors} of ${count}`);
  }
});

test('nothing measured, or nothing right, promises nothing', () => {
  assert.deepEqual([errorBound(0, 0), errorBound(3, 3)], [1, 1]);
});

test('the bound is above what was measured, grows with each error and falls with each right answer', () => {
  const drawn = fc
    .integer({ min: 1, max: 500 })
    .chain(count => fc.tuple(fc.nat(count - 1), fc.constant(count)));
  law(drawn, ([errors, count]) => {
    const bound = errorBound(errors, count);
    assert.ok(bound > errors / count && bound <= 1);
    assert.ok(errorBound(errors + 1, count) > bound);
    assert.ok(errorBound(errors, count + 1) < bound);
  });
});

test('what is no count is refused', () => {
  assertRefuses(() => errorBound(0, 1.5), 'errorBound: count must be an integer ≥ 0, got 1.5');
  assertRefuses(() => errorBound(3, 2), 'errorBound: errors must be an integer in [0, 2], got 3');
});
