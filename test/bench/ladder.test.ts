import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ladderRun } from '../../bench/ladder/ladderRun';
import { ladderTable } from '../../bench/ladder/ladderTable';
import { isTrained, type Training } from '../../bench/ladder/rung';
import { rungs } from '../../bench/ladder/rungs';

test('every rung but the lowest stands on an earlier one, and no two have one name', () => {
  const ids = rungs.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(rungs[0]?.below, undefined);
  for (const [index, { below }] of rungs.entries()) {
    if (index > 0) assert.ok(ids.slice(0, index).includes(below!), below);
  }
});

/** What decides a training, name by name. */
const parts = ({ network, recipe, digits }: Training): Record<string, unknown> => ({
  ...network,
  ...recipe,
  digits,
});

test('every rung with a training of its own changes one thing', () => {
  const trained = rungs.filter(isTrained);
  for (const rung of trained.slice(1)) {
    const above = parts(rung.training);
    const under = parts(trained.find(({ id }) => id === rung.below)!.training);
    const names = new Set([...Object.keys(above), ...Object.keys(under)]);
    const changed = [...names].filter(name => JSON.stringify(above[name]) !== JSON.stringify(under[name]));
    assert.equal(changed.length, 1, `${rung.id} changes ${changed}`);
  }
});

test('every other rung asks the networks of one that has a training', () => {
  for (const rung of rungs) {
    if (!isTrained(rung))
      assert.ok(
        rungs.some(one => isTrained(one) && one.id === rung.of),
        rung.id,
      );
  }
});

const cost = { cpuSeconds: 1.26, wallSeconds: 2, imagesPerSecond: 99.7, parameters: 5, epochs: 1 };
const answered = (classes: number[], labels: number[]) => ({
  answers: { classes: Uint8Array.from(classes) },
  digits: { labels: Uint8Array.from(labels), count: labels.length },
});

test('a run names its wrong digits and counts them', () => {
  const run = ladderRun(
    'plain',
    [3],
    { validation: answered([1, 2], [1, 2]), test: answered([4, 0, 9, 1], [4, 5, 9, 7]) },
    cost,
  );
  assert.deepEqual(run, {
    rung: 'plain',
    seeds: [3],
    validationAccuracy: 1,
    testAccuracy: 0.5,
    validationWrong: [],
    testWrong: [1, 3],
    ...cost,
    cpuSeconds: 1.3,
    imagesPerSecond: 100,
  });
});

test('a run that was trained on the validation digits has no validation', () => {
  const run = ladderRun('all', [1], { test: answered([1], [1]) }, cost);
  assert.ok(!('validationAccuracy' in run) && !('validationWrong' in run));
  assert.equal(run.testAccuracy, 1);
});

test('the table has a line per rung that has run, with the spread of several', () => {
  const run = (rung: string, seed: number, wrong: number[]) =>
    ladderRun(rung, [seed], { test: answered(wrong, [1, 1, 1, 1]) }, { ...cost, cpuSeconds: 60 * seed });
  const lines = ladderTable(
    ['low', 'none', 'high'].map(id => ({ id, change: `change ${id}` })),
    [run('low', 1, [1, 1, 1, 0]), run('low', 2, [1, 1, 0, 0]), run('high', 1, [1, 1, 1, 1])],
  ).split('\n');
  assert.deepEqual(lines.slice(2), [
    '| low | change low | — | 62.50 ± 17.68 | 1.5 | 2 |',
    '| high | change high | — | 100.00 | 1.0 | 1 |',
  ]);
});
