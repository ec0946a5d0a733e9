import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meanSquaredError, meanSquaredErrorGradient } from '../../lib/layers/meanSquaredError';
import { ndarray } from '../../lib/types/ndarray';
import { law, seed } from './arbitraries';
import { combined, randomArray } from './arrays';
import { assertClose, assertLossGradient, assertRefuses, assertSame } from './assertions';

test('errors of 1 and 2 have the mean square 2.5', () => {
  assert.equal(meanSquaredError(ndarray([2], [1, 0]), ndarray([2], [0, 2])), 2.5);
  assert.equal(meanSquaredError(ndarray([2, 1], [1, 0]), ndarray([2, 1], [0, 2])), 2.5);
});

test('±1000 are 2000 apart; a single number is an array too', () => {
  assert.equal(meanSquaredError(ndarray([], [1000]), ndarray([], [-1000])), 4_000_000);
});

const pair = fc.tuple(seed, seed).map(([a, b]) => [randomArray([2, 3], a), randomArray([2, 3], b)] as const);

test('law: it does not matter who predicts whom, and a prediction that is right costs nothing', () => {
  law(pair, ([labels, predictions]) => {
    assert.equal(meanSquaredError(labels, predictions), meanSquaredError(predictions, labels));
    assert.equal(meanSquaredError(labels, labels), 0);
  });
});

test('law: it is the square of the distance, so doubling every error makes it four times as large', () => {
  law(pair, ([labels, error]) => {
    const once = meanSquaredError(labels, combined(labels, 1, error));
    assertClose([meanSquaredError(labels, combined(labels, 2, error))], [4 * once]);
  });
});

test('the gradient by hand: twice the error, divided by the count', () => {
  assertSame(meanSquaredErrorGradient(ndarray([2], [1, 0]), ndarray([2], [0, 2])), [2], [-1, 2]);
});

test('the gradient agrees with finite differences', () => {
  const labels = randomArray([2, 3], 1);
  const predictions = randomArray([2, 3], 2);
  const gradient = meanSquaredErrorGradient(labels, predictions);
  assertLossGradient(nudged => meanSquaredError(labels, nudged), predictions, gradient);
});

for (const [name, f] of Object.entries({ meanSquaredError, meanSquaredErrorGradient })) {
  test(`${name} refuses shapes that differ, values that are not finite and nothing`, () => {
    assertRefuses(() => f(ndarray([2]), ndarray([3])), `${name}: predictions must have shape [2], got [3]`);
    assertRefuses(
      () => f(ndarray([1], [Number.NaN]), ndarray([1])),
      `${name}: labels[0] must be finite, got NaN`,
    );
    assertRefuses(
      () => f(ndarray([1]), ndarray([1], [Infinity])),
      `${name}: predictions[0] must be finite, got Infinity`,
    );
    assertRefuses(() => f(ndarray([0]), ndarray([0])), `${name}: labels must not be empty, got shape [0]`);
  });
}
