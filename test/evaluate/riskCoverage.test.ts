import assert from 'node:assert/strict';
import { test } from 'node:test';
import { riskCoverage } from '../../lib/evaluate/riskCoverage';
import { softmax } from '../../lib/layers/softmax';
import { law, scores } from '../layers/arbitraries';
import { assertRefuses } from '../layers/assertions';

test('four answers, two of them equally sure, worked by hand', () => {
  // Confidence and outcome: 0.75 right, 1 right, 0.75 wrong, 0.5 right (of equal ones the first class is the answer).
  const rows = [0.75, 0.25, 0, 1, 0.75, 0.25, 0.5, 0.5];
  assert.deepEqual(riskCoverage(rows, [0, 1, 1, 0]), [
    { threshold: 1, kept: 1, coverage: 0.25, errors: 0, error: 0 },
    { threshold: 0.75, kept: 3, coverage: 0.75, errors: 1, error: 1 / 3 },
    { threshold: 0.5, kept: 4, coverage: 1, errors: 1, error: 0.25 },
  ]);
});

test('one answer is one point', () => {
  assert.deepEqual(riskCoverage([1], [0]), [{ threshold: 1, kept: 1, coverage: 1, errors: 0, error: 0 }]);
});

test('each point counts what has at least its confidence, and no confidence is left out', () => {
  law(scores, logits => {
    const [batch = 0, classes = 0] = logits.shape;
    const { data } = softmax(logits);
    const labels = Array.from({ length: batch }, (_, row) => row % classes);
    const rows = labels.map((label, row) => {
      const probabilities = [...data.subarray(row * classes, (row + 1) * classes)];
      const confidence = Math.max(...probabilities);
      return { confidence, wrong: probabilities.indexOf(confidence) !== label };
    });
    const points = riskCoverage(data, labels);
    const thresholds = [...new Set(rows.map(({ confidence }) => confidence))].sort((a, b) => b - a);
    assert.deepEqual(
      points.map(({ threshold }) => threshold),
      thresholds,
    );
    for (const { threshold, kept, coverage, errors, error } of points) {
      const above = rows.filter(({ confidence }) => confidence >= threshold);
      const wrong = above.filter(row => row.wrong).length;
      assert.deepEqual(
        [kept, coverage, errors, error],
        [above.length, above.length / batch, wrong, wrong / above.length],
      );
    }
  });
});

test('what is no probability is refused', () => {
  assertRefuses(
    () => riskCoverage([-0.5, 1], [0]),
    'riskCoverage: probabilities[0] must be in [0, 1], got -0.5',
  );
  assertRefuses(() => riskCoverage([], []), 'riskCoverage: labels must not be empty, got 0');
});
