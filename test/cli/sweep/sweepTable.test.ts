import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobsOf } from '../../../lib/cli/sweep/jobs';
import { sweepRows } from '../../../lib/cli/sweep/sweepRows';
import { sweepTable } from '../../../lib/cli/sweep/sweepTable';
import { result } from './made';

const jobs = jobsOf({
  options: { epochs: 3 },
  grid: { learningRate: [0.01, 0.1], seed: [1, 2] },
  jobs: [{ model: 'lenet', learningRate: 1 }],
});
const results = new Map([
  [jobs[3]!.key, result(jobs[3]!, 0.5, 1.25)],
  [jobs[1]!.key, result(jobs[1]!, 0.92, 0.3)],
  [jobs[0]!.key, result(jobs[0]!, 0.9, 0.1)],
]);

test('one row per setting: mean and deviation over its seeds, in the order of the plan', () => {
  const rows = sweepRows(jobs, results);
  assert.deepEqual(
    rows.map(({ setting, seeds, jobs: planned }) => [setting.learningRate, seeds, planned]),
    [
      [0.01, [1, 2], 2],
      [0.1, [2], 2],
      [1, [], 1],
    ],
  );
  const [first, second, third] = rows;
  assert.equal(first!.accuracy!.mean, 0.91);
  assert.ok(Math.abs(first!.accuracy!.spread - 0.01 * Math.SQRT2) < 1e-15);
  assert.deepEqual(second!.loss, { mean: 1.25, spread: 0 });
  assert.equal(third!.accuracy, undefined);
});

test('the table shows what settings differ in, and how many runs it stands on', () => {
  assert.equal(
    sweepTable(sweepRows(jobs, results)),
    [
      'learningRate  model  right, %      loss             runs',
      '0.01          —      91.00 ± 1.41  0.2000 ± 0.1414  2',
      '0.1           —      50.00         1.2500           1 of 2',
      '1             lenet  —             —                0 of 1',
      '',
    ].join('\n'),
  );
});

test('a single setting needs no column of its own; no rows are a head', () => {
  const [job] = jobsOf({ jobs: [{}] });
  const rows = sweepRows([job!], new Map([[job!.key, result(job!, 1, 0)]]));
  assert.equal(sweepTable(rows), 'right, %  loss    runs\n100.00    0.0000  1\n');
  assert.equal(sweepTable([]), 'right, %  loss  runs\n');
});
