import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calibration } from '../../lib/evaluate/calibration';
import { distributions, law } from '../layers/arbitraries';
import { assertClose, assertRefuses } from '../layers/assertions';
import { found, probabilities } from './scikitLearn';

test('75 % sure and right in one of two is an error of 0.25, worked by hand', () => {
  const { bins, expectedError, maximumError } = calibration([0.75, 0.25, 0.75, 0.25], [0, 1], { bins: 2 });
  assert.deepEqual(bins, [
    { low: 0, high: 0.5, count: 0, confidence: Number.NaN, accuracy: Number.NaN },
    { low: 0.5, high: 1, count: 2, confidence: 0.75, accuracy: 0.5 },
  ]);
  assert.deepEqual([expectedError, maximumError], [0.25, 0.25]);
  assert.equal(calibration([0.75, 0.25, 0.75, 0.25], [0, 1]).bins.length, 15);
});

test('bins weigh by their counts in the expected error, and not in the maximum', () => {
  // Three answers with 0.625, all right (gap 0.375); one with 0.875, wrong (gap 0.875).
  const rows = [0.625, 0.375, 0.625, 0.375, 0.625, 0.375, 0.875, 0.125];
  const { expectedError, maximumError } = calibration(rows, [0, 0, 0, 1], { bins: 4 });
  assert.deepEqual([expectedError, maximumError], [0.5, 0.875]);
});

test("accuracies and confidences are scikit-learn's, bin by bin", () => {
  const theirs = found.calibration;
  const ours = calibration(probabilities, found.labels, { bins: theirs.bins });
  assert.deepEqual(
    ours.bins.map(({ count }) => count),
    theirs.counts,
  );
  const filled = ours.bins.filter(({ count }) => count > 0);
  assertClose(
    filled.map(({ accuracy }) => accuracy),
    theirs.accuracies,
  );
  assertClose(
    filled.map(({ confidence }) => confidence),
    theirs.confidences,
  );
  assertClose([ours.expectedError, ours.maximumError], [theirs.expectedError, theirs.maximumError]);
});

test('a confidence on an edge belongs to the bin below, for any number of bins', () => {
  for (let bins = 2; bins <= 100; bins++) {
    for (let edge = Math.ceil(bins / 2); edge <= bins; edge++) {
      const confidence = edge / bins;
      const { bins: found } = calibration([confidence, 1 - confidence], [0], { bins });
      assert.equal(found[edge - 1]!.count, 1, `${edge}/${bins}`);
    }
  }
});

test('every answer is in one bin that it fits, and no gap is above the maximum', () => {
  const labels = [0, 1, 2, 0, 1];
  law(fc.tuple(distributions(5, 3), fc.integer({ min: 1, max: 20 })), ([{ data }, bins]) => {
    const result = calibration(data, labels, { bins });
    assert.equal(
      result.bins.reduce((sum, { count }) => sum + count, 0),
      5,
    );
    for (const { low, high, count, confidence } of result.bins) {
      if (count > 0) assert.ok(confidence > low && confidence <= high + 1e-15);
    }
    assert.ok(result.expectedError >= 0 && result.expectedError <= result.maximumError + 1e-15);
  });
});

test('rows that do not fit and what is no probability are refused', () => {
  assertRefuses(() => calibration([], []), 'calibration: labels must not be empty, got 0');
  assertRefuses(
    () => calibration([1, 0, 1], [0, 0]),
    'calibration: probabilities must have one row for each of 2 labels, got 3 numbers',
  );
  assertRefuses(() => calibration([1.5, 0], [0]), 'calibration: probabilities[0] must be in [0, 1], got 1.5');
  assertRefuses(
    () => calibration([0, Number.NaN], [0]),
    'calibration: probabilities[1] must be in [0, 1], got NaN',
  );
  assertRefuses(() => calibration([1, 0], [2]), 'calibration: labels[0] must be an integer in [0, 2), got 2');
  assertRefuses(
    () => calibration([1, 0], [0], { bins: 0 }),
    'calibration: bins must be an integer ≥ 1, got 0',
  );
});
