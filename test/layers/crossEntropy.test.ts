import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crossEntropy, crossEntropyGradient } from '../../lib/layers/crossEntropy';
import { ndarray } from '../../lib/types/ndarray';
import { distributions, law } from './arbitraries';
import { assertClose, assertRefuses, assertSame } from './assertions';

const certain = ndarray([2, 2], [1, 0, 0, 1]);

test('half sure of two classes costs log 2; the batch counts as its mean', () => {
  assert.equal(crossEntropy(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0.5, 0.5])), Math.LN2);
  assertClose([crossEntropy(certain, ndarray([2, 2], [0.5, 0.5, 0.75, 0.25]))], [Math.log(8) / 2]);
});

test('smoothed labels weigh each class with their share', () => {
  const labels = ndarray([1, 2], [0.75, 0.25]);
  assertClose([crossEntropy(labels, ndarray([1, 2], [0.5, 0.5]))], [Math.LN2]);
});

test('being right and certain costs nothing, being wrong and certain costs everything', () => {
  assert.equal(crossEntropy(certain, certain), 0);
  assert.equal(crossEntropy(ndarray([1, 2], [0, 1]), ndarray([1, 2], [1, 0])), Infinity);
});

test('law: no guess is cheaper than the truth (Gibbs)', () => {
  law(fc.tuple(distributions(3, 4), distributions(3, 4)), ([labels, guess]) => {
    assert.ok(crossEntropy(labels, guess) >= crossEntropy(labels, labels) - 1e-12);
  });
});

test('the gradient by hand: −1 / (p · batch) at the label, 0 elsewhere', () => {
  const gradient = crossEntropyGradient(certain, ndarray([2, 2], [0.5, 0.5, 0.75, 0.25]));
  assertSame(gradient, [2, 2], [-1, 0, 0, -2]);
});

test('the gradient is −Infinity where the right answer has probability 0', () => {
  const gradient = crossEntropyGradient(ndarray([1, 2], [0, 1]), ndarray([1, 2], [1, 0]));
  assertSame(gradient, [1, 2], [0, -Infinity]);
});

test('law: the gradient agrees with finite differences along moves that keep the sum at 1', () => {
  law(fc.tuple(distributions(2, 3), distributions(2, 3), distributions(2, 3)), ([labels, p, towards]) => {
    const step = 1e-6;
    const move = towards.data.map((value, index) => value - p.data[index]!);
    const at = (by: number): number =>
      crossEntropy(
        labels,
        ndarray(
          [2, 3],
          p.data.map((value, index) => value + by * move[index]!),
        ),
      );
    const slope = (at(step) - at(-step)) / (2 * step);
    const claimed = crossEntropyGradient(labels, p).data.reduce((sum, g, index) => sum + g * move[index]!, 0);
    assert.ok(Math.abs(slope - claimed) < 1e-5 * Math.max(1, Math.abs(claimed)), `${slope} ${claimed}`);
  });
});

for (const [name, f] of Object.entries({ crossEntropy, crossEntropyGradient })) {
  test(`${name} refuses shapes that differ, rows that are no distribution and an empty batch`, () => {
    assertRefuses(
      () => f(certain, ndarray([1, 2], [1, 0])),
      `${name}: probabilities must have shape [2, 2], got [1, 2]`,
    );
    assertRefuses(() => f(ndarray([2]), ndarray([2])), `${name}: labels must be [batch, classes], got [2]`);
    assertRefuses(
      () => f(ndarray([2, 2], [1, 0, 1, 1]), certain),
      `${name}: labels row 1 must sum to 1, got 2`,
    );
    assertRefuses(
      () => f(certain, ndarray([2, 2], [1, 0, 0.5, 0.6])),
      `${name}: probabilities row 1 must sum to 1, got 1.1`,
    );
    assertRefuses(
      () => f(certain, ndarray([2, 2], [1, 0, -1, 2])),
      `${name}: probabilities[2] must be in [0, 1], got -1`,
    );
    assertRefuses(
      () => f(ndarray([0, 2]), ndarray([0, 2])),
      `${name}: labels must not be empty, got shape [0, 2]`,
    );
  });
}
