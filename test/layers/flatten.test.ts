import { test } from 'node:test';
import fc from 'fast-check';
import { flatten, flattenGradient } from '../../lib/layers/flatten';
import { ndarray } from '../../lib/types/ndarray';
import { law } from './arbitraries';
import { randomArray } from './arrays';
import { assertLayerGradient, assertRefuses, assertSame } from './assertions';

test('each example becomes one row, its numbers in their order', () => {
  assertSame(flatten(ndarray([2, 1, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8])), [2, 4], [1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a list of numbers becomes a column, no example stays none', () => {
  assertSame(flatten(ndarray([3], [1, 2, 3])), [3, 1], [1, 2, 3]);
  assertSame(flatten(ndarray([0, 7, 7, 16])), [0, 784], []);
});

test('law: the gradient puts everything back where it was', () => {
  law(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), shape => {
    const inputs = randomArray(shape, 1);
    assertSame(flattenGradient(flatten(inputs), inputs), shape, inputs.data);
  });
});

test('the gradient agrees with finite differences', () => {
  const inputs = randomArray([2, 2, 3], 1);
  assertLayerGradient(flatten, upstream => flattenGradient(upstream, inputs), inputs);
});

test('a single number is refused, and so is an upstream gradient of another shape', () => {
  assertRefuses(() => flatten(ndarray([])), 'flatten: inputs must be [batch, …], got []');
  assertRefuses(
    () => flattenGradient(ndarray([2, 3]), ndarray([2, 2, 2])),
    'flattenGradient: upstream must have shape [2, 4], got [2, 3]',
  );
});
