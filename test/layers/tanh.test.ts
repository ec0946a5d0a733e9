import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sigmoid } from '../../lib/layers/sigmoid';
import { tanh, tanhGradient } from '../../lib/layers/tanh';
import { ndarray } from '../../lib/types/ndarray';
import { law, scalar } from './arbitraries';
import { mapped, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

test('0 stays 0, and half of log 3 gives one half', () => {
  assertSame(tanh(ndarray([1, 1], [0])), [1, 1], [0]);
  assertClose(tanh(ndarray([2], [Math.log(3) / 2, -Math.log(3) / 2])).data, [0.5, -0.5]);
});

test('±1000 saturate', () => {
  assertSame(tanh(ndarray([2], [1000, -1000])), [2], [1, -1]);
});

test('no number gives no number, and NaN stays NaN', () => {
  assertSame(tanh(ndarray([0])), [0], []);
  assert.ok(Number.isNaN(tanh(ndarray([1], [Number.NaN])).data[0]));
});

test('law: tanh(x) = 2 · sigmoid(2x) − 1', () => {
  law(fc.array(scalar), numbers => {
    const x = ndarray([numbers.length], numbers);
    const doubled = sigmoid(mapped(x, value => 2 * value));
    assertClose(tanh(x).data, mapped(doubled, value => 2 * value - 1).data, 1e-15);
  });
});

test('the gradient is 1 at 0, and 3/4 where tanh is one half', () => {
  assertSame(tanhGradient(ndarray([1], [3]), ndarray([1], [0])), [1], [3]);
  assertClose(tanhGradient(ndarray([1], [2]), ndarray([1], [Math.log(3) / 2])).data, [1.5]);
});

test('the gradient is 0 at ±1000', () => {
  assertSame(tanhGradient(ndarray([2], [1, 1]), ndarray([2], [1000, -1000])), [2], [0, 0]);
});

test('the gradient agrees with finite differences', () => {
  const x = randomArray([3, 4], 1);
  assertLayerGradient(tanh, upstream => tanhGradient(upstream, x), x);
});

test('an upstream gradient of another shape is refused', () => {
  assertRefuses(
    () => tanhGradient(ndarray([2]), ndarray([3])),
    'tanhGradient: upstream must have shape [3], got [2]',
  );
});
