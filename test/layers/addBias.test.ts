import { test } from 'node:test';
import { addBias, addBiasGradient } from '../../lib/layers/addBias';
import { ndarray } from '../../lib/types/ndarray';
import { law, seed } from './arbitraries';
import { dot, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

test('each channel, the last axis, gets its own number', () => {
  assertSame(
    addBias(ndarray([1, 2, 1, 2], [1, 2, 3, 4]), ndarray([2], [10, 20])),
    [1, 2, 1, 2],
    [11, 22, 13, 24],
  );
});

test('±1000 are no special case, no example gives no example and a bias without gradient', () => {
  assertSame(addBias(ndarray([1], [1000]), ndarray([1], [-1000])), [1], [0]);
  assertSame(addBias(ndarray([0, 3]), ndarray([3])), [0, 3], []);
  assertSame(addBiasGradient(ndarray([0, 3])), [3], [0, 0, 0]);
});

test('the inputs stay as they were', () => {
  const inputs = ndarray([1, 2], [1, 2]);
  addBias(inputs, ndarray([2], [5, 5]));
  assertSame(inputs, [1, 2], [1, 2]);
});

test('the gradient by hand: channels added up', () => {
  assertSame(addBiasGradient(ndarray([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8])), [2], [16, 20]);
});

test('law: what a bias adds to a weighed sum is its share of the gradient', () => {
  law(seed, start => {
    const bias = randomArray([3], start);
    const upstream = randomArray([4, 2, 3], start + 1);
    const added = dot(upstream, addBias(ndarray([4, 2, 3]), bias));
    assertClose([dot(addBiasGradient(upstream), bias)], [added], 1e-11);
  });
});

test('the gradient agrees with finite differences', () => {
  const inputs = randomArray([2, 3, 4], 1);
  assertLayerGradient(bias => addBias(inputs, bias), addBiasGradient, randomArray([4], 2));
});

test('what has no channels, or another number of them, is refused', () => {
  assertRefuses(
    () => addBias(ndarray([]), ndarray([1])),
    'addBias: inputs must be [batch, …, channels], got []',
  );
  assertRefuses(() => addBias(ndarray([2, 3]), ndarray([2])), 'addBias: bias must have shape [3], got [2]');
  assertRefuses(
    () => addBiasGradient(ndarray([])),
    'addBiasGradient: upstream must be [batch, …, channels], got []',
  );
});
