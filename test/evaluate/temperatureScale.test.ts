import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { temperatureScale } from '../../lib/evaluate/temperatureScale';
import { logSoftmax } from '../../lib/layers/logSoftmax';
import { ndarray } from '../../lib/types/ndarray';
import { law } from '../layers/arbitraries';
import { assertClose, assertRefuses } from '../layers/assertions';
import { found } from './scikitLearn';

/** Four answers that say 9 to 1 for class 1, of which three are right. */
const nineToOne = Array.from({ length: 8 }, (_, index) => (index % 2) * 2 * Math.log(3));
const threeOfFour = [1, 1, 1, 0];

test('90 % sure and right in 75 % needs temperature 2, worked by hand', () => {
  const { temperature, lossBefore, lossAfter } = temperatureScale(nineToOne, threeOfFour);
  const entropy = (p: number) => -0.75 * Math.log(p) - 0.25 * Math.log(1 - p);
  assertClose([temperature, lossBefore, lossAfter], [2, entropy(0.9), entropy(0.75)], 1e-11);
});

test('logits that are calibrated keep temperature 1', () => {
  const calibrated = nineToOne.map(logit => logit / 2);
  const { temperature, lossBefore, lossAfter } = temperatureScale(calibrated, threeOfFour);
  assertClose([temperature, lossAfter], [1, lossBefore], 1e-11);
});

test("the temperature is SciPy's, from logits and from their log-probabilities", () => {
  const { labels, classes, logits, temperature } = found;
  const logProbabilities = logSoftmax(ndarray([labels.length, classes], logits)).data;
  for (const scores of [logits, logProbabilities]) {
    const ours = temperatureScale(scores, labels);
    assertClose(
      [ours.temperature, ours.lossBefore, ours.lossAfter],
      [temperature.temperature, temperature.lossBefore, temperature.lossAfter],
      1e-7,
    );
  }
});

test('logits that are c times as large need c times the temperature, and end at the same loss', () => {
  law(
    fc.double({ min: 0.01, max: 100, noNaN: true }),
    c => {
      const plain = temperatureScale(found.logits, found.labels);
      const larger = temperatureScale(
        found.logits.map(logit => c * logit),
        found.labels,
      );
      assertClose([larger.temperature / c, larger.lossAfter], [plain.temperature, plain.lossAfter], 1e-9);
      assert.ok(larger.lossAfter <= larger.lossBefore + 1e-12);
    },
    20,
  );
});

test('where no temperature is best, it is said why', () => {
  assertRefuses(
    () => temperatureScale([0, 1, 0, 3], [1, 1]),
    'temperatureScale: labels must differ from the best logit at least once, got no error',
  );
  assertRefuses(
    () => temperatureScale([0, 1, 0, 1], [1, 0]),
    'temperatureScale: logits must be better than chance, got labels that score no higher than the mean',
  );
});

test('logits that are not finite or do not fit are refused', () => {
  assertRefuses(
    () => temperatureScale([0, Number.NEGATIVE_INFINITY], [0]),
    'temperatureScale: logits[1] must be finite, got -Infinity',
  );
  assertRefuses(
    () => temperatureScale([0, 1], [2]),
    'temperatureScale: labels[0] must be an integer in [0, 2), got 2',
  );
});
