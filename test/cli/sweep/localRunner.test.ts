/** Real trainings in real processes, on the sample. Needs lib/dist, as users do. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { jobProgram } from '../../../lib/cli/sweep/course';
import { localRunner } from '../../../lib/cli/sweep/localRunner';
import { sweep } from '../../../lib/cli/sweep/sweep';
import { sweepTable } from '../../../lib/cli/sweep/sweepTable';
import { temporaryFolder } from '../../temporaryFolder';
import { run } from '../run';

const folder = temporaryFolder();
const options = { data: 'data/sample.csv', model: 'lenet', epochs: 2, batchSize: 30 };
const plan = { options, grid: { learningRate: [0.001, 0.01], seed: [1, 2] } };
const planFile = join(folder, 'plan.json');
writeFileSync(planFile, JSON.stringify(plan));

const lines = (path: string): string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];

test('one process or two, the command or the function: the same table', async () => {
  const alone = await run(['sweep', planFile, '--processes', '1', '--results', join(folder, 'one.jsonl')]);
  assert.equal(alone.code, 0, alone.err);
  assert.match(alone.out, /^learningRate {2}right, % +loss +runs\n0\.001 .* ± .* 2\n0\.01 .* ± .* 2\n$/);
  assert.match(
    alone.err,
    /^0\/4 {2}0 of 4 jobs have results in .*; 4 to run, 1 at a time\n1\/4 {2}learningRate 0\.001, seed 1: [\d.]+ % right, loss [\d.]+ {2}\(about .* left\)\n/,
  );
  const together = await sweep(plan, { results: join(folder, 'two.jsonl'), processes: 2 });
  assert.equal(sweepTable(together.rows), alone.out);
});

test('killed in mid-run, the driver loses no result, and then only the others run', {
  skip: process.platform === 'win32',
}, async () => {
  const results = join(folder, 'plan.results.jsonl'); // where they go by default
  const driver = await sweepUntil(results, 1);
  driver.kill('SIGKILL');
  await once(driver, 'close');
  const kept = lines(results);
  assert.ok(kept.length >= 1 && kept.length < 4, `${kept.length}`);
  appendFileSync(results, kept[0]!.slice(0, 40));

  const { code, out, err } = await run(['sweep', planFile, '--json']);
  assert.equal(code, 0, err);
  assert.match(err, new RegExp(`^${kept.length}/4 {2}the last line of .* was cut off; its job runs again\n`));
  const all = lines(results);
  assert.deepEqual(all.slice(0, kept.length), kept);
  assert.equal(new Set(all.map(line => JSON.stringify(JSON.parse(line).options))).size, 4);
  assert.equal(all.length, 4);
  const undisturbed = await sweep(plan, { results: join(folder, 'one.jsonl') });
  assert.deepEqual(JSON.parse(out), undisturbed);
});

test('a training ends with the program that wanted it', async () => {
  const args = [jobProgram, 'train', '--data', 'data/sample.csv', '--epochs', '100000'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  for await (const text of child.stderr.setEncoding('utf8')) {
    if (!text.includes('epoch 1/')) continue;
    child.stdin.end(); // as the system does when the other program dies
    break;
  }
  assert.deepEqual(await once(child, 'exit'), [130, null]);
});

test('Ctrl-C ends the trainings, keeps what is finished and says how to go on', async () => {
  const results = join(folder, 'stopped.jsonl');
  const stop = new AbortController();
  const args = ['sweep', planFile, '--processes', '1', '--results', results];
  const onErr = (text: string): void => {
    if (text.startsWith('1/4')) stop.abort();
  };
  const { code, out, err } = await run(args, { stop, onErr });
  assert.deepEqual([code, out, lines(results).length], [130, '', 1]);
  assert.match(err, /\ndigits: interrupted, 1 of 4 jobs have results in .*; the same command goes on\n$/);
});

test('a training that fails does not stop the others, and is exit code 1', async () => {
  const wild = join(folder, 'wild.json');
  writeFileSync(
    wild,
    JSON.stringify({ options: { data: options.data, batchSize: 50 }, grid: { learningRate: [1e30, 0.001] } }),
  );
  const { code, out, err } = await run(['sweep', wild]);
  assert.equal(code, 1);
  assert.match(
    err,
    /\n\d\/2 {2}learningRate 1e\+30: failed: fit: .*; start anew with a smaller learningRate/,
  );
  assert.match(err, /\ndigits: sweep: 1 of 2 jobs failed; the same command tries them again\n$/);
  assert.match(out, /\n1e\+30 +— +— +0 of 1\n0\.001 .* 1\n$/);
});

test('digits that cannot be read end the sweep in one line, exit code 2', async () => {
  const nowhere = join(folder, 'nowhere.json');
  writeFileSync(nowhere, JSON.stringify({ options: { data: 'nowhere.csv' }, grid: { seed: [1, 2, 3] } }));
  const { code, out, err } = await run(['sweep', nowhere]);
  assert.deepEqual([code, out], [2, '']);
  assert.match(err, /\ndigits: readDigits: nowhere\.csv: expected a file, found no such file\n$/);
});

test('a training that is killed is told by its signal', { skip: process.platform === 'win32' }, async () => {
  const killed = join(folder, 'killed.js');
  writeFileSync(killed, 'process.kill(process.pid, "SIGKILL");');
  const runner = localRunner(2, killed);
  const { failed } = await sweep({ grid: { seed: [1] } }, { results: join(folder, 'k.jsonl'), runner });
  assert.deepEqual(failed, [{ job: 'the job', problem: 'it was ended by SIGKILL' }]);
});

/** The real program, running until the file has so many results. */
async function sweepUntil(results: string, count: number): Promise<ChildProcess> {
  const args = ['lib/bin/digits.js', 'sweep', planFile, '--processes', '2'];
  const driver = spawn(process.execPath, args, { stdio: 'ignore' });
  while (lines(results).length < count) {
    assert.equal(driver.exitCode, null);
    await setTimeout(20);
  }
  return driver;
}
