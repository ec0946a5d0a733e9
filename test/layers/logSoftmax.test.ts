import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logSoftmax, logSoftmaxGradient } from '../../lib/layers/logSoftmax';
import { softmax } from '../../lib/layers/softmax';
import { ndarray } from '../../lib/types/ndarray';
import { law, scores } from './arbitraries';
import { mapped, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

test('scores 0 and log 3 give log 1/4 and log 3/4, each row on its own', () => {
  const result = logSoftmax(ndarray([2, 2], [0, Math.log(3), 0, 0]));
  assertClose(result.data, [Math.log(0.25), Math.log(0.75), -Math.LN2, -Math.LN2]);
});

test('800 below the best score is −800, where the probability itself rounds to 0', () => {
  assertSame(logSoftmax(ndarray([1, 2], [0, 800])), [1, 2], [-800, 0]);
  assertSame(logSoftmax(ndarray([1, 2], [1000, -1000])), [1, 2], [0, -2000]);
});

test('one class is certain, no row stays no row', () => {
  assertSame(logSoftmax(ndarray([1, 1], [9])), [1, 1], [0]);
  assertSame(logSoftmax(ndarray([0, 4])), [0, 4], []);
});

test('law: its exponential is softmax, and it is never above 0', () => {
  law(scores, logits => {
    const result = logSoftmax(logits);
    assert.ok(result.data.every(value => value <= 0));
    assertClose(mapped(result, Math.exp).data, softmax(logits).data);
  });
});

test('the gradient by hand: two equal scores, upstream on the first', () => {
  assertSame(logSoftmaxGradient(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0, 0])), [1, 2], [0.5, -0.5]);
});

test('the gradient agrees with finite differences', () => {
  const logits = randomArray([3, 4], 1);
  assertLayerGradient(logSoftmax, upstream => logSoftmaxGradient(upstream, logits), logits);
});

test('what is no matrix of finite scores is refused', () => {
  assertRefuses(() => logSoftmax(ndarray([3])), 'logSoftmax: logits must be [batch, classes], got [3]');
  assertRefuses(
    () => logSoftmax(ndarray([1, 1], [-Infinity])),
    'logSoftmax: logits[0] must be finite, got -Infinity',
  );
  assertRefuses(
    () => logSoftmaxGradient(ndarray([1, 1]), ndarray([1, 1], [Number.NaN])),
    'logSoftmaxGradient: logits[0] must be finite, got NaN',
  );
  assertRefuses(
    () => logSoftmaxGradient(ndarray([2]), ndarray([1, 2])),
    'logSoftmaxGradient: upstream must have shape [1, 2], got [2]',
  );
});
