import assert from 'node:assert/strict';
import { test } from 'node:test';
import { averagePredictions } from '../../lib/evaluate/averagePredictions';
import type { Predictions } from '../../lib/model/predict';
import { assertClose, assertRefuses } from '../layers/assertions';

/** What `predict` would give for these probabilities, one row per digit. */
function answer(...rows: number[][]): Predictions {
  const probabilities = Float32Array.from(rows.flat());
  return {
    classes: Uint8Array.from(rows, row => row.indexOf(Math.max(...row))),
    probabilities,
    logProbabilities: probabilities.map(Math.log),
  };
}

test('two doubtful answers outvote a sure one only as far as their probabilities go', () => {
  const { classes, probabilities, logProbabilities } = averagePredictions([
    answer([0.9, 0.1], [0.25, 0.75]),
    answer([0.4, 0.6], [0.75, 0.25]),
    answer([0.4, 0.6], [0.125, 0.875]),
  ]);
  assert.deepEqual([...classes], [0, 1]);
  const mean = [1.7 / 3, 1.3 / 3, 1.125 / 3, 1.875 / 3];
  assertClose(probabilities, mean, 1e-7);
  assertClose(logProbabilities, mean.map(Math.log), 1e-7);
});

test('a single answer is returned as it is, to the bit', () => {
  const one = answer([0.25, 0.75], [0.5, 0.5]);
  assert.deepEqual(averagePredictions([one]), one);
});

test('logarithms stay exact where the probabilities are 0', () => {
  const sure = (log: number): Predictions => ({
    classes: Uint8Array.of(0),
    probabilities: Float32Array.of(1, 0),
    logProbabilities: Float32Array.of(0, log),
  });
  const { logProbabilities, probabilities } = averagePredictions([sure(-800), sure(-1000)]);
  assert.equal(logProbabilities[1], Math.fround(-800 - Math.log(2)));
  assert.deepEqual([...probabilities], [1, 0]);
});

test('no answers, answers of other sizes and answers that are no numbers are refused', () => {
  assertRefuses(() => averagePredictions([]), 'averagePredictions: answers must hold at least one, got none');
  const one = answer([0.5, 0.5]);
  assertRefuses(
    () => averagePredictions([one, answer([0.5, 0.5], [0.5, 0.5])]),
    'averagePredictions: answers[1] must be 1 digits and 2 numbers as answers[0], got 2 digits and 4 numbers',
  );
  assertRefuses(
    () => averagePredictions([one, { ...one, logProbabilities: Float32Array.of(0, Number.NaN) }]),
    'averagePredictions: answers[1].logProbabilities[1] must be finite, got NaN',
  );
});
