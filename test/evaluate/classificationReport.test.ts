import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { argMax } from '../../lib/encode/argMax';
import { type ClassScores, classificationReport } from '../../lib/evaluate/classificationReport';
import { confusionMatrix } from '../../lib/evaluate/confusionMatrix';
import { ndarray } from '../../lib/types/ndarray';
import { law } from '../layers/arbitraries';
import { assertClose, assertRefuses } from '../layers/assertions';
import { found } from './scikitLearn';

test('one of two found, and never falsely, worked by hand', () => {
  const { classes, accuracy, macro, weighted } = classificationReport([
    [1, 1],
    [0, 2],
  ]);
  assert.deepEqual(classes, [
    { precision: 1, recall: 0.5, f1: 2 / 3, support: 2 },
    { precision: 2 / 3, recall: 1, f1: 0.8, support: 2 },
  ]);
  assert.equal(accuracy, 0.75);
  for (const mean of [macro, weighted]) {
    assertClose(Object.values(mean), [5 / 6, 0.75, 11 / 15, 4]);
  }
});

test("confusion and report are scikit-learn's, with a class never predicted and a class never true", () => {
  const { labels, logits, classes, confusion, report } = found;
  const predictions = argMax(ndarray([labels.length, classes], logits));
  const counts = confusionMatrix(labels, predictions, classes);
  assert.deepEqual(counts, confusion);
  const own = classificationReport(counts);
  const numbers = ({ precision, recall, f1, support }: ClassScores) => [precision, recall, f1, support];
  const pairs = [
    ...report.classes.map((scores, label) => [own.classes[label]!, scores] as const),
    [own.macro, report.macro] as const,
    [own.weighted, report.weighted] as const,
  ];
  for (const [ours, theirs] of pairs) {
    const expected = [theirs.precision, theirs.recall, theirs['f1-score'], theirs.support];
    for (const [at, value] of numbers(ours).entries()) assertClose([value], [expected[at]!], 1e-14);
  }
  assertClose([own.accuracy], [report.accuracy], 1e-15);
  assert.equal(own.classes.length, 6);
});

test('a single class that is always right has 1 everywhere', () => {
  const perfect = { precision: 1, recall: 1, f1: 1, support: 3 };
  assert.deepEqual(classificationReport([[3]]), {
    classes: [perfect],
    accuracy: 1,
    macro: perfect,
    weighted: perfect,
  });
});

test('the weighted recall is the accuracy, and exchanging truth and prediction exchanges precision and recall', () => {
  const square = fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  });
  law(
    square.filter(rows => rows.flat().some(count => count > 0)),
    rows => {
      const report = classificationReport(rows);
      assertClose([report.weighted.recall], [report.accuracy]);
      const turned = classificationReport(rows.map((row, at) => row.map((_, other) => rows[other]![at]!)));
      const of = (name: 'precision' | 'recall' | 'f1', { classes }: typeof report) =>
        classes.map(c => c[name]);
      assert.deepEqual(of('precision', turned), of('recall', report));
      assert.deepEqual(of('recall', turned), of('precision', report));
      assert.deepEqual(of('f1', turned), of('f1', report));
    },
  );
});

test('what is no square of counts, or counts nothing, is refused', () => {
  assertRefuses(
    () => classificationReport([[1, 0], [1]]),
    'classificationReport: confusion[1] must have 2 columns, got 1',
  );
  assertRefuses(
    () =>
      classificationReport([
        [1, 0],
        [-1, 1],
      ]),
    'classificationReport: confusion[1][0] must be a whole number ≥ 0, got -1',
  );
  assertRefuses(
    () => classificationReport([]),
    'classificationReport: confusion must count at least one, got 0',
  );
  assertRefuses(
    () => classificationReport([[0]]),
    'classificationReport: confusion must count at least one, got 0',
  );
});
