import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { oneHot } from '../../lib/encode/oneHot';
import { crossEntropy, crossEntropyGradient } from '../../lib/layers/crossEntropy';
import { softmax, softmaxGradient } from '../../lib/layers/softmax';
import { softmaxCrossEntropy, softmaxCrossEntropyGradient } from '../../lib/layers/softmaxCrossEntropy';
import { ndarray } from '../../lib/types/ndarray';
import { distributions, law, seed } from './arbitraries';
import { randomArray, rowsOf } from './arrays';
import { assertClose, assertLossGradient, assertRefuses, assertSame } from './assertions';

const labels = ndarray([2, 2], [1, 0, 0, 1]);

test('probability 1/4 for one label and 3/4 for the other: the mean of their surprises', () => {
  const logits = ndarray([2, 2], [0, Math.log(3), 0, Math.log(3)]);
  assertClose([softmaxCrossEntropy(labels, logits)], [(Math.log(4) + Math.log(4 / 3)) / 2]);
});

test('equal scores for ten digits cost log 10', () => {
  assertClose([softmaxCrossEntropy(oneHot([0, 7, 9], 10), ndarray([3, 10]))], [Math.log(10)]);
});

test('±1000 cost what they should, and never −0', () => {
  assert.equal(softmaxCrossEntropy(ndarray([1, 2], [1, 0]), ndarray([1, 2], [-1000, 1000])), 2000);
  assert.ok(Object.is(softmaxCrossEntropy(ndarray([1, 2], [1, 0]), ndarray([1, 2], [1000, -1000])), 0));
});

test('one class costs nothing', () => {
  assert.ok(Object.is(softmaxCrossEntropy(ndarray([1, 1], [1]), ndarray([1, 1], [5])), 0));
});

const drawn = fc.tuple(
  distributions(3, 4),
  seed.map(start => randomArray([3, 4], start)),
);

test('law: it is the cross-entropy of the softmax', () => {
  law(drawn, ([labels, logits]) => {
    assertClose([softmaxCrossEntropy(labels, logits)], [crossEntropy(labels, softmax(logits))]);
  });
});

test('law: its gradient is theirs, chained', () => {
  law(drawn, ([labels, logits]) => {
    const chained = softmaxGradient(crossEntropyGradient(labels, softmax(logits)), logits);
    assertClose(softmaxCrossEntropyGradient(labels, logits).data, chained.data);
  });
});

test('law: a row of the gradient sums to 0', () => {
  law(drawn, ([labels, logits]) => {
    const sums = rowsOf(softmaxCrossEntropyGradient(labels, logits)).map(([a, b, c, d]) => a! + b! + c! + d!);
    assertClose(sums, [0, 0, 0]);
  });
});

test('the gradient by hand: predicted minus true, divided by the batch', () => {
  assertSame(softmaxCrossEntropyGradient(labels, ndarray([2, 2])), [2, 2], [-0.25, 0.25, 0.25, -0.25]);
});

test('at a wrong margin of 2000 the gradient is still 1, where a clipped loss would give 0', () => {
  const gradient = softmaxCrossEntropyGradient(ndarray([1, 2], [1, 0]), ndarray([1, 2], [-1000, 1000]));
  assertSame(gradient, [1, 2], [-1, 1]);
});

test('the gradient agrees with finite differences, for smoothed labels too', () => {
  const smooth = ndarray([3, 2], [0.9, 0.1, 0.25, 0.75, 0, 1]);
  const logits = randomArray([3, 2], 1);
  const gradient = softmaxCrossEntropyGradient(smooth, logits);
  assertLossGradient(nudged => softmaxCrossEntropy(smooth, nudged), logits, gradient);
});

for (const [name, f] of Object.entries({ softmaxCrossEntropy, softmaxCrossEntropyGradient })) {
  test(`${name} refuses shapes that differ, labels that are none, scores that are not finite and an empty batch`, () => {
    assertRefuses(() => f(labels, ndarray([2, 3])), `${name}: labels must have shape [2, 3], got [2, 2]`);
    assertRefuses(() => f(ndarray([2]), ndarray([2])), `${name}: logits must be [batch, classes], got [2]`);
    assertRefuses(
      () => f(ndarray([2, 2], [1, 0, 3, 0]), ndarray([2, 2])),
      `${name}: labels[2] must be in [0, 1], got 3`,
    );
    assertRefuses(
      () => f(ndarray([2, 2], [1, 0, 0, 0]), ndarray([2, 2])),
      `${name}: labels row 1 must sum to 1, got 0`,
    );
    assertRefuses(
      () => f(labels, ndarray([2, 2], [0, 0, 0, Number.NaN])),
      `${name}: logits[3] must be finite, got NaN`,
    );
    assertRefuses(
      () => f(ndarray([0, 2]), ndarray([0, 2])),
      `${name}: labels must not be empty, got shape [0, 2]`,
    );
  });
}
