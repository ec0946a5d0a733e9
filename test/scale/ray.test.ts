/** Real trainings on a real Ray cluster of two nodes, one of which dies. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { sweep } from '../../lib/cli/sweep/sweep';
import { sweepTable } from '../../lib/cli/sweep/sweepTable';
import { run } from '../cli/run';
import { temporaryFolder } from '../temporaryFolder';
import { freePort, type RayCluster, rayCluster, rayMissing } from './rayCluster';

const skip = rayMissing();
const folder = temporaryFolder();
const options = { data: 'data/sample.csv', model: 'lenet', epochs: 3, batchSize: 30 };
const plan = { options, grid: { learningRate: [0.001, 0.01], seed: [1, 2] } };
const planFile = join(folder, 'plan.json');
writeFileSync(planFile, JSON.stringify(plan));

let cluster: RayCluster | undefined;
before(async () => {
  if (!skip) cluster = await rayCluster();
});
after(() => cluster?.end());

test('a node dies in mid-run: its job runs elsewhere, each job has one result, the table is the local one', {
  skip,
}, async () => {
  const results = join(folder, 'ray.jsonl');
  const watch = setInterval(() => {
    if (!cluster!.secondNode().some(command => command.includes('whileWanted.js'))) return;
    clearInterval(watch);
    cluster!.killSecondNode();
  }, 50);
  const { code, out, err } = await run(['sweep', planFile, '--ray', cluster!.address, '--results', results]);
  clearInterval(watch);
  assert.equal(code, 0, err);
  assert.match(err, /\n\d\/4 {2}a worker was lost, on [\d.]+; its job runs again/);
  const lines = readFileSync(results, 'utf8').trimEnd().split('\n');
  assert.equal(lines.length, 4, err);
  assert.equal(new Set(lines.map(line => JSON.stringify(JSON.parse(line).options))).size, 4);
  const local = await sweep(plan, { results: join(folder, 'local.jsonl') });
  assert.equal(out, sweepTable(local.rows));

  // Neither Ray nor anybody else is asked again.
  assert.match(
    (await run(['sweep', planFile, '--ray', cluster!.address, '--results', results])).err,
    /^4\/4 .*; 0 to run, on .*\n$/,
  );
});

test('Ctrl-C ends the trainings on the cluster and keeps what is finished', { skip }, async () => {
  const results = join(folder, 'stopped.jsonl');
  const stop = new AbortController();
  const onErr = (line: string): void => {
    if (line.startsWith('1/4')) stop.abort();
  };
  const args = ['sweep', planFile, '--ray', cluster!.address, '--results', results];
  const { code, out, err } = await run(args, { stop, onErr });
  assert.deepEqual([code, out], [130, ''], err);
  assert.match(err, /\ndigits: interrupted, 1 of 4 jobs have results in .*; the same command goes on\n$/);
  assert.equal(readFileSync(results, 'utf8').split('\n').length, 2);
});

test('what the cluster can never do is refused, with what it has', { skip }, async () => {
  const wide = join(folder, 'wide.json');
  writeFileSync(wide, JSON.stringify({ ...plan, threads: 3 }));
  const { code, err } = await run(['sweep', wide, '--ray', cluster!.address]);
  assert.equal(code, 2);
  assert.match(
    err,
    /\ndigits: sweep: a job needs a machine with 3 CPU and 1\.0 GB; those of the cluster have 1 CPU and [\d.]+ GB(, 1 CPU .*)?\n$/,
  );
});

test('where no cluster answers, the line says how to start one', { skip }, async () => {
  const port = await freePort();
  const { code, err } = await run(['sweep', planFile, '--ray', `127.0.0.1:${port}`]);
  assert.equal(code, 2);
  assert.match(
    err,
    new RegExp(
      `\ndigits: sweep: no Ray cluster answers at 127\\.0\\.0\\.1:${port} \\(.*\\); on its first machine run: \\.venv-scale/bin/ray start --head --port=${port} --include-dashboard=false\n$`,
    ),
  );
});

/** A line of Python beside ray_jobs.py; what it prints. */
async function python(line: string): Promise<string> {
  const program = join(process.cwd(), '.venv-scale', 'bin', 'python');
  const child = spawn(program, ['-c', `import ray_jobs; ${line}`], { cwd: 'scale' });
  return text(child.stdout);
}

test('a port that another program has is named as such', { skip }, async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = await python(`ray_jobs.PATIENCE_SECONDS = 1; ray_jobs.connect('${address}')`);
  server.close();
  assert.deepEqual(JSON.parse(line), {
    stopped: `something answers at ${address}, but it is no Ray cluster; the port is taken by another program`,
  });
});

test('a machine with another library is named, with what mends it', { skip }, async () => {
  const line = await python(`print(ray_jobs.run_job([], 1, 'digits-cnn 0.0.9 (0123456789ab)')['stopped'])`);
  assert.match(
    line,
    /^\S+ has digits-cnn \d\S+ \([0-9a-f]{12}\) in \/.*, and this machine digits-cnn 0\.0\.9 \(0123456789ab\): bring both to the same commit, run npm run build there, and start the same command again\n$/,
  );
});
