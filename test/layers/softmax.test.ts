import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { softmax, softmaxGradient } from '../../lib/layers/softmax';
import { ndarray } from '../../lib/types/ndarray';
import { law, scalar, scores, seed } from './arbitraries';
import { mapped, randomArray, rowsOf } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

const sum = (row: readonly number[]): number => row.reduce((total, value) => total + value, 0);

test('scores 0 and log 3 give 1/4 and 3/4, each row on its own', () => {
  const probabilities = softmax(ndarray([2, 2], [0, Math.log(3), Math.log(3), 0]));
  assert.deepEqual(probabilities.shape, [2, 2]);
  assertClose(probabilities.data, [0.25, 0.75, 0.75, 0.25]);
});

test('±1000 do not overflow', () => {
  assertSame(softmax(ndarray([1, 3], [-1000, 1000, 0])), [1, 3], [0, 1, 0]);
  assertSame(softmax(ndarray([1, 2], [1000, 1000])), [1, 2], [0.5, 0.5]);
});

test('one class is certain, no row stays no row', () => {
  assertSame(softmax(ndarray([2, 1], [-5, 7])), [2, 1], [1, 1]);
  assertSame(softmax(ndarray([0, 10])), [0, 10], []);
});

test('law: each row lies in [0, 1] and sums to 1', () => {
  law(scores, logits => {
    for (const row of rowsOf(softmax(logits))) {
      assert.ok(row.every(p => p >= 0 && p <= 1));
      assertClose([sum(row)], [1]);
    }
  });
});

test('law: raising all scores alike changes nothing', () => {
  law(fc.tuple(scores, scalar), ([logits, shift]) => {
    assertClose(softmax(mapped(logits, score => score + shift)).data, softmax(logits).data, 1e-11);
  });
});

test('law: exchanging two scores exchanges their probabilities', () => {
  law(scores, logits => {
    const turned = ndarray(
      logits.shape,
      rowsOf(logits).flatMap(row => row.reverse()),
    );
    const expected = rowsOf(softmax(logits)).flatMap(row => row.reverse());
    assertClose(softmax(turned).data, expected);
  });
});

test('the gradient by hand: two equal scores, upstream on the first', () => {
  assertSame(softmaxGradient(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0, 0])), [1, 2], [0.25, -0.25]);
});

test('law: a row of the gradient sums to 0', () => {
  law(fc.tuple(scores, seed), ([logits, start]) => {
    const gradient = softmaxGradient(randomArray(logits.shape, start), logits);
    assertClose(
      rowsOf(gradient).map(sum),
      rowsOf(gradient).map(() => 0),
    );
  });
});

test('the gradient agrees with finite differences', () => {
  const logits = randomArray([3, 4], 1);
  assertLayerGradient(softmax, upstream => softmaxGradient(upstream, logits), logits);
});

test('what is no matrix of finite scores is refused', () => {
  assertRefuses(() => softmax(ndarray([3])), 'softmax: logits must be [batch, classes], got [3]');
  assertRefuses(() => softmax(ndarray([3, 0])), 'softmax: logits must be [batch, classes], got [3, 0]');
  assertRefuses(
    () => softmax(ndarray([1, 2], [0, Number.NaN])),
    'softmax: logits[1] must be finite, got NaN',
  );
  assertRefuses(
    () => softmaxGradient(ndarray([1, 2]), ndarray([1, 2], [Infinity, 0])),
    'softmaxGradient: logits[0] must be finite, got Infinity',
  );
  assertRefuses(
    () => softmaxGradient(ndarray([2, 1]), ndarray([1, 2])),
    'softmaxGradient: upstream must have shape [1, 2], got [2, 1]',
  );
});
