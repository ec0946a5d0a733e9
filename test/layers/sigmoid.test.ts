import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sigmoid, sigmoidGradient } from '../../lib/layers/sigmoid';
import { ndarray } from '../../lib/types/ndarray';
import { law, scalar } from './arbitraries';
import { mapped, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

test('0 is halfway, log 3 is three quarters of the way', () => {
  assertSame(sigmoid(ndarray([1, 1], [0])), [1, 1], [0.5]);
  assertClose(sigmoid(ndarray([2], [Math.log(3), -Math.log(3)])).data, [0.75, 0.25]);
});

test('±1000 saturate without overflow, and infinities too', () => {
  assertSame(sigmoid(ndarray([2], [1000, -1000])), [2], [1, 0]);
  assertSame(sigmoid(ndarray([2], [Infinity, -Infinity])), [2], [1, 0]);
});

test('far to the left the answer is exp(x), not 0', () => {
  assertClose([sigmoid(ndarray([1], [-700])).data[0]! / Math.exp(-700)], [1]);
});

test('no number gives no number, and NaN stays NaN', () => {
  assertSame(sigmoid(ndarray([0, 3])), [0, 3], []);
  assert.ok(Number.isNaN(sigmoid(ndarray([1], [Number.NaN])).data[0]));
});

test('law: sigmoid(x) and sigmoid(−x) share out 1', () => {
  law(fc.array(scalar), numbers => {
    const x = ndarray([numbers.length], numbers);
    const both = sigmoid(x).data.map(
      (value, index) => value + sigmoid(mapped(x, value => -value)).data[index]!,
    );
    assertClose(
      both,
      numbers.map(() => 1),
      1e-15,
    );
  });
});

test('law: a larger number never gives a smaller answer', () => {
  law(fc.array(scalar), numbers => {
    const answers = sigmoid(
      ndarray(
        [numbers.length],
        numbers.sort((a, b) => a - b),
      ),
    ).data;
    assert.deepEqual(answers, answers.slice().sort());
  });
});

test('the gradient is 1/4 at 0, small at 10, 0 at ±1000', () => {
  assertSame(sigmoidGradient(ndarray([1], [2]), ndarray([1], [0])), [1], [0.5]);
  assertClose(sigmoidGradient(ndarray([1], [1]), ndarray([1], [10])).data, [4.5395807735951673e-5]);
  assertSame(sigmoidGradient(ndarray([2], [1, 1]), ndarray([2], [1000, -1000])), [2], [0, 0]);
});

test('the gradient agrees with finite differences', () => {
  const x = randomArray([3, 4], 1);
  assertLayerGradient(sigmoid, upstream => sigmoidGradient(upstream, x), x);
});

test('an upstream gradient of another shape is refused', () => {
  assertRefuses(
    () => sigmoidGradient(ndarray([2]), ndarray([3])),
    'sigmoidGradient: upstream must have shape [3], got [2]',
  );
});
