import { test } from 'node:test';
import { dense, denseGradient } from '../../lib/layers/dense';
import { ndarray } from '../../lib/types/ndarray';
import { law, seed } from './arbitraries';
import { combined, dot, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

const inputs = ndarray([2, 3], [1, 2, 3, 4, 5, 6]);
const kernel = ndarray([3, 2], [1, 0, 0, 1, 10, 100]);
const bias = ndarray([2], [0.5, -0.5]);

test('each unit weighs all inputs and adds its bias', () => {
  assertSame(dense(inputs, kernel, bias), [2, 2], [31.5, 301.5, 64.5, 604.5]);
});

test('±1000 are no special case, no example gives no example', () => {
  assertSame(dense(ndarray([1, 1], [1000]), ndarray([1, 1], [-1000]), ndarray([1], [1])), [1, 1], [-999_999]);
  assertSame(dense(ndarray([0, 3]), kernel, bias), [0, 2], []);
  const none = denseGradient(ndarray([0, 2]), ndarray([0, 3]), kernel);
  assertSame(none.inputs, [0, 3], []);
  assertSame(none.kernel, [3, 2], [0, 0, 0, 0, 0, 0]);
  assertSame(none.bias, [2], [0, 0]);
});

test('the gradients by hand', () => {
  const gradients = denseGradient(ndarray([2, 2], [1, 0, 0, 2]), inputs, kernel);
  assertSame(gradients.inputs, [2, 3], [1, 0, 10, 0, 2, 200]);
  assertSame(gradients.kernel, [3, 2], [1, 8, 2, 10, 3, 12]);
  assertSame(gradients.bias, [2], [1, 2]);
});

test('law: with no bias the layer is linear', () => {
  law(seed, start => {
    const [a, b] = [randomArray([2, 3], start), randomArray([2, 3], start + 1)];
    const zero = ndarray([2]);
    const expected = combined(dense(a, kernel, zero), 2, dense(b, kernel, zero));
    assertClose(dense(combined(a, 2, b), kernel, zero).data, expected.data);
  });
});

test('law: the gradients are the other sides of the same products', () => {
  law(seed, start => {
    const x = randomArray([4, 3], start);
    const upstream = randomArray([4, 2], start + 1);
    const sum = dot(upstream, dense(x, kernel, ndarray([2])));
    const gradients = denseGradient(upstream, x, kernel);
    assertClose([dot(gradients.inputs, x), dot(gradients.kernel, kernel)], [sum, sum], 1e-11);
  });
});

test('the gradients agree with finite differences', () => {
  const x = randomArray([3, 4], 1);
  const weights = randomArray([4, 5], 2);
  const offsets = randomArray([5], 3);
  assertLayerGradient(
    nudged => dense(nudged, weights, offsets),
    upstream => denseGradient(upstream, x, weights).inputs,
    x,
  );
  assertLayerGradient(
    nudged => dense(x, nudged, offsets),
    upstream => denseGradient(upstream, x, weights).kernel,
    weights,
  );
  assertLayerGradient(
    nudged => dense(x, weights, nudged),
    upstream => denseGradient(upstream, x, weights).bias,
    offsets,
  );
});

test('shapes that do not fit are refused, by the function that was called', () => {
  assertRefuses(() => dense(ndarray([3]), kernel, bias), 'dense: inputs must be [batch, inputs], got [3]');
  assertRefuses(() => dense(inputs, ndarray([6]), bias), 'dense: kernel must be [inputs, units], got [6]');
  assertRefuses(
    () => dense(inputs, ndarray([2, 2]), bias),
    'dense: kernel must have 3 rows, one per input, got 2',
  );
  assertRefuses(() => dense(inputs, kernel, ndarray([3])), 'dense: bias must have shape [2], got [3]');
  assertRefuses(
    () => denseGradient(ndarray([2, 2]), inputs, ndarray([2, 2])),
    'denseGradient: kernel must have 3 rows, one per input, got 2',
  );
  assertRefuses(
    () => denseGradient(ndarray([2, 3]), inputs, kernel),
    'denseGradient: upstream must have shape [2, 2], got [2, 3]',
  );
});
