import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { relu, reluGradient } from '../../lib/layers/relu';
import { ndarray } from '../../lib/types/ndarray';
import { law, scalar } from './arbitraries';
import { combined, mapped, randomArray } from './arrays';
import { assertLayerGradient, assertRefuses, assertSame } from './assertions';

test('negative numbers become 0, the others stay', () => {
  assertSame(relu(ndarray([2, 2], [-2, 0, 5, 0.25])), [2, 2], [0, 0, 5, 0.25]);
});

test('±1000 and infinities are no special case', () => {
  assertSame(relu(ndarray([4], [1000, -1000, Infinity, -Infinity])), [4], [1000, 0, Infinity, 0]);
});

test('no number gives no number, and NaN stays NaN', () => {
  assertSame(relu(ndarray([0])), [0], []);
  assert.ok(Number.isNaN(relu(ndarray([1], [Number.NaN])).data[0]));
});

test('law: relu(x) − relu(−x) is x', () => {
  law(fc.array(scalar), numbers => {
    const x = ndarray([numbers.length], numbers);
    assertSame(combined(relu(x), -1, relu(mapped(x, value => -value))), x.shape, x.data);
  });
});

test('the gradient passes where the input was positive, and stops at exactly 0', () => {
  assertSame(reluGradient(ndarray([3], [7, 8, 9]), ndarray([3], [-2, 0, 5])), [3], [0, 0, 9]);
});

test('the gradient agrees with finite differences away from the corner', () => {
  const x = randomArray([4, 5], 1);
  assert.ok(x.data.every(value => Math.abs(value) > 1e-4));
  assertLayerGradient(relu, upstream => reluGradient(upstream, x), x);
});

test('an upstream gradient of another shape is refused', () => {
  assertRefuses(
    () => reluGradient(ndarray([2]), ndarray([3])),
    'reluGradient: upstream must have shape [3], got [2]',
  );
});
