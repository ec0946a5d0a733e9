import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binaryCrossEntropy, binaryCrossEntropyGradient } from '../../lib/layers/binaryCrossEntropy';
import { softmaxCrossEntropy } from '../../lib/layers/softmaxCrossEntropy';
import { ndarray } from '../../lib/types/ndarray';
import { law, scalar } from './arbitraries';
import { randomArray } from './arrays';
import { assertClose, assertLossGradient, assertRefuses, assertSame } from './assertions';

test('a logit of 0 costs log 2 either way', () => {
  assert.equal(binaryCrossEntropy(ndarray([2], [1, 0]), ndarray([2], [0, 0])), Math.LN2);
});

test('probability 3/4 costs log 4/3 for a yes and log 4 for a no', () => {
  const logits = ndarray([2, 1], [Math.log(3), Math.log(3)]);
  assertClose([binaryCrossEntropy(ndarray([2, 1], [1, 0]), logits)], [(Math.log(4 / 3) + Math.log(4)) / 2]);
});

test('±1000 cost 0 or 1000', () => {
  assert.equal(binaryCrossEntropy(ndarray([2], [1, 0]), ndarray([2], [1000, -1000])), 0);
  assert.equal(binaryCrossEntropy(ndarray([2], [0, 1]), ndarray([2], [1000, -1000])), 1000);
});

test('far on the right side the cost is exp(−x), not 0', () => {
  assertClose([binaryCrossEntropy(ndarray([], [1]), ndarray([], [40])) / Math.exp(-40)], [1]);
});

test('law: it is softmax cross-entropy with a second score of 0', () => {
  law(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), scalar), ([yes, score]) => {
    const twoClasses = softmaxCrossEntropy(ndarray([1, 2], [yes, 1 - yes]), ndarray([1, 2], [score, 0]));
    assertClose([binaryCrossEntropy(ndarray([1], [yes]), ndarray([1], [score]))], [twoClasses]);
  });
});

test('the gradient by hand: sigmoid minus label, divided by the count', () => {
  const gradient = binaryCrossEntropyGradient(ndarray([2, 1], [1, 0]), ndarray([2, 1], [0, 0]));
  assertSame(gradient, [2, 1], [-0.25, 0.25]);
});

test('at a wrong margin of 1000 the gradient is still 1', () => {
  assertSame(binaryCrossEntropyGradient(ndarray([1], [0]), ndarray([1], [1000])), [1], [1]);
});

test('the gradient agrees with finite differences', () => {
  const labels = ndarray([2, 3], [1, 0, 0.5, 0.2, 1, 0]);
  const logits = randomArray([2, 3], 1);
  const gradient = binaryCrossEntropyGradient(labels, logits);
  assertLossGradient(nudged => binaryCrossEntropy(labels, nudged), logits, gradient);
});

for (const [name, f] of Object.entries({ binaryCrossEntropy, binaryCrossEntropyGradient })) {
  test(`${name} refuses shapes that differ, labels outside [0, 1], scores that are not finite and nothing`, () => {
    assertRefuses(() => f(ndarray([2]), ndarray([3])), `${name}: logits must have shape [2], got [3]`);
    assertRefuses(() => f(ndarray([2], [0, 2]), ndarray([2])), `${name}: labels[1] must be in [0, 1], got 2`);
    assertRefuses(
      () => f(ndarray([2]), ndarray([2], [Infinity, 0])),
      `${name}: logits[0] must be finite, got Infinity`,
    );
    assertRefuses(
      () => f(ndarray([2, 0]), ndarray([2, 0])),
      `${name}: labels must not be empty, got shape [2, 0]`,
    );
  });
}
