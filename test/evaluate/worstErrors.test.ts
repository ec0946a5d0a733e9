import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worstErrors } from '../../lib/evaluate/worstErrors';
import { law, scores } from '../layers/arbitraries';
import { assertRefuses } from '../layers/assertions';

/** Five answers to two classes, all label 0: p(label) is ¼ ⅛ ½ 0.9 and 0. */
const labels = new Uint8Array(5);
const ofLabel = [1 / 4, 1 / 8, 1 / 2, 0.9, 0];
const predictions = {
  classes: [1, 1, 0, 0, 1],
  logProbabilities: ofLabel.flatMap(p => [Math.log(p), Math.log(1 - p)]),
};

test('wrong answers come surest first, and a right but unsure one is none of them', () => {
  assert.deepEqual(worstErrors(predictions, { labels }, 2), [4, 1]);
  assert.deepEqual(worstErrors(predictions, { labels }, 10), [4, 1, 0]);
});

test('of equal losses, infinite ones too, the first digit comes first', () => {
  const logProbabilities = [-Infinity, 0, -Infinity, 0, -Infinity, 0];
  assert.deepEqual(
    worstErrors({ classes: [1, 1, 1], logProbabilities }, { labels: new Uint8Array(3) }, 3),
    [0, 1, 2],
  );
});

test('no listed error has a lower loss than the next, and none that is left out has a higher one', () => {
  law(scores, ({ shape, data }) => {
    const [batch = 0, classes = 0] = shape;
    const truth = Uint8Array.from({ length: batch }, (_, row) => row % classes);
    const answers = { classes: new Uint8Array(batch).fill(classes - 1), logProbabilities: data };
    const loss = (row: number) => -data[row * classes + truth[row]!]!;
    const all = worstErrors(answers, { labels: truth }, batch);
    const wrong = [...truth.keys()].filter(row => truth[row] !== classes - 1);
    assert.deepEqual([...all].sort(), wrong.sort());
    for (let at = 1; at < all.length; at++) assert.ok(loss(all[at - 1]!) >= loss(all[at]!));
    assert.deepEqual(worstErrors(answers, { labels: truth }, 2), all.slice(0, 2));
  });
});

test('answers that do not fit the labels are refused', () => {
  const none = new Uint8Array(0);
  assertRefuses(
    () => worstErrors(predictions, { labels: none }, 1),
    'worstErrors: labels must not be empty, got 0',
  );
  assertRefuses(
    () => worstErrors(predictions, { labels: labels.subarray(0, 3) }, 1),
    'worstErrors: logProbabilities must have one row for each of 3 labels, got 10 numbers',
  );
  assertRefuses(
    () => worstErrors(predictions, { labels: Uint8Array.of(0, 0, 2, 0, 0) }, 1),
    'worstErrors: labels[2] must be an integer in [0, 2), got 2',
  );
  assertRefuses(
    () => worstErrors({ ...predictions, classes: [1] }, { labels }, 1),
    'worstErrors: classes must have length 5 as labels, got 1',
  );
  assertRefuses(
    () =>
      worstErrors({ classes: [1], logProbabilities: [Number.NaN, 0] }, { labels: labels.subarray(0, 1) }, 1),
    "worstErrors: the log-probability of digit 0's label must be a number, got NaN",
  );
  assertRefuses(
    () => worstErrors(predictions, { labels }, 0),
    'worstErrors: count must be an integer ≥ 1, got 0',
  );
});
