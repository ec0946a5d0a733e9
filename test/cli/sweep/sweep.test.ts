/** What a sweep makes of what its runner tells. The runners themselves: localRunner.test.ts, test/scale/ray.test.ts. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rayRunner } from '../../../lib/cli/sweep/rayRunner';
import { type SweepProgress, sweep } from '../../../lib/cli/sweep/sweep';
import { sweepTable } from '../../../lib/cli/sweep/sweepTable';
import { temporaryFolder } from '../../temporaryFolder';
import { report, tellingRunner } from './made';

const folder = temporaryFolder();
const plan = { grid: { learningRate: [0.1, 0.2], seed: [1, 2] } };
const accuracies = [0.7, 0.8, 0.9, 0.6];
const finishing = tellingRunner(jobs =>
  jobs.map((job, index) => ({ state: 'finished', job, machine: 'here', report: report(accuracies[index]!) })),
);

test('each result is in the file when its job is told, and none is asked for twice', async () => {
  const results = join(folder, 'all.jsonl');
  const lines: number[] = [];
  const onProgress = (): void => {
    lines.push(readFileSync(results, 'utf8').split('\n').length - 1);
  };
  const first = await sweep(plan, { results, runner: finishing, onProgress });
  assert.deepEqual(lines, [0, 1, 2, 3, 4]);
  assert.deepEqual([first.done, first.jobs, first.failed, first.interrupted], [4, 4, [], false]);

  const idle = tellingRunner(() => []);
  assert.deepEqual(await sweep(plan, { results, runner: idle }), first);
  assert.deepEqual(idle.asked, []);

  const wider = tellingRunner(jobs => [
    { state: 'finished', job: jobs[0]!, machine: 'here', report: report(0.95) },
  ]);
  const more = await sweep({ ...plan, jobs: [{ epochs: 3 }] }, { results, runner: wider });
  assert.deepEqual(
    wider.asked.map(({ options }) => options),
    [{ seed: 1, epochs: 3 }],
  );
  assert.deepEqual(more.rows.slice(0, 2), first.rows);
});

test('the order in which jobs end does not change the table', async () => {
  const backwards = tellingRunner(jobs =>
    jobs
      .map((job, index) => ({
        state: 'finished' as const,
        job,
        machine: 'here',
        report: report(accuracies[index]!),
      }))
      .reverse(),
  );
  const tables = [];
  for (const [index, runner] of [finishing, backwards].entries()) {
    tables.push(sweepTable((await sweep(plan, { results: join(folder, `${index}.jsonl`), runner })).rows));
  }
  assert.equal(tables[1], tables[0]);
});

test('a failed job is told, has no result, and is tried again', async () => {
  const results = join(folder, 'failed.jsonl');
  const told: SweepProgress[] = [];
  const failing = tellingRunner(jobs => [
    { state: 'note', text: 'a worker was lost' },
    { state: 'failed', job: jobs[1]!, problem: 'the loss became NaN' },
    { state: 'finished', job: jobs[0]!, machine: 'here', report: report(0.7) },
  ]);
  const onProgress = (progress: SweepProgress): void => void told.push(progress);
  const { failed, done } = await sweep(plan, { results, runner: failing, onProgress });
  assert.deepEqual(
    [failed, done],
    [[{ job: 'learningRate 0.1, seed 2', problem: 'the loss became NaN' }], 1],
  );
  assert.deepEqual(
    told.map(({ text, done, failed, jobs, secondsLeft }) => [
      text,
      done,
      failed,
      jobs,
      secondsLeft !== undefined,
    ]),
    [
      [`0 of 4 jobs have results in ${results}; 4 to run, in no time`, 0, 0, 4, false],
      ['a worker was lost', 0, 0, 4, false],
      ['learningRate 0.1, seed 2: failed: the loss became NaN', 0, 1, 4, true],
      ['learningRate 0.1, seed 1: 70.00 % right, loss 0.5000', 1, 1, 4, true],
    ],
  );
  const again = tellingRunner(() => []);
  await sweep(plan, { results, runner: again });
  assert.deepEqual(
    again.asked.map(({ options }) => options.seed),
    [2, 1, 2],
  );
});

test('a line that was cut off is told, and its job runs again', async () => {
  const results = join(folder, 'torn.jsonl');
  await sweep({ grid: { seed: [1] } }, { results, runner: finishing });
  appendFileSync(results, '{"options":{"seed":2},"thr');
  const told: string[] = [];
  const runner = tellingRunner(() => []);
  await sweep(
    { grid: { seed: [1, 2] } },
    { results, runner, onProgress: ({ text }) => void told.push(text) },
  );
  assert.equal(told[0], `the last line of ${results} was cut off; its job runs again`);
  assert.deepEqual(
    runner.asked.map(({ options }) => options.seed),
    [2],
  );
});

test('arguments are refused before a file is made', async () => {
  const results = join(folder, 'no', 'results.jsonl');
  for (const [options, message] of [
    [{ processes: 0 }, 'sweep: processes must be an integer ≥ 1, got 0'],
    [{ ray: 'ray://somewhere' }, "sweep: the Ray address must be HOST:PORT, got 'ray://somewhere'"],
  ] as const) {
    await assert.rejects(sweep(plan, { results, ...options }), { message });
  }
  await assert.rejects(sweep({ grid: { seed: [0.5] } }, { results }), {
    message: 'sweep: plan: grid.seed[0] must be an integer ≥ 0, got 0.5',
  });
  assert.throws(() => readFileSync(results), { code: 'ENOENT' });
});

test('without Ray, one line has the command that installs it', () => {
  assert.throws(() => rayRunner('10.0.0.1:6379', join(folder, 'nowhere', 'python')), {
    name: 'InputError',
    message: 'sweep: Ray is not installed; run: node scripts/scaleEnvironment.mjs',
  });
});
