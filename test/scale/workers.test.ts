/** One training on two worker processes of this machine, one of which is killed on the way. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { readDigits } from '../../lib/data/readDigits';
import { splitDigits } from '../../lib/data/splitDigits';
import { exportModel } from '../../lib/model/export/exportModel';
import { lenet } from '../../lib/model/lenet';
import { loadModel } from '../../lib/model/loadModel';
import { predict } from '../../lib/model/predict';
import { writeTfRecords } from '../../lib/tensorflow/records/writeTfRecords';
import { ready } from '../../lib/tensorflow/tf';
import { apart } from '../model/export/networks';
import { scaleMissing, scalePython } from '../scaleEnvironment';
import { temporaryFolder } from '../temporaryFolder';

const root = temporaryFolder();
const driver = join('scale', 'train_many_workers.py');
const network = join(root, 'keras', 'model.keras');
const shards = join(root, 'shards');
const two = join(root, 'two');
const [STEPS, EPOCHS] = [36, 3]; // 1800 digits, 50 a step
const settings = ['--model', network, '--data', shards, '--batch-size', '50', '--backup-every', '9'];
const training = [...settings, '--epochs', `${EPOCHS}`];
const started: ChildProcess[] = [];

after(() => {
  for (const child of started) child.kill('SIGKILL');
});

interface Worker {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
}

function start(...args: string[]): Worker {
  const child = spawn(scalePython, [driver, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += text));
  return { child, said: () => said, ended: new Promise(resolve => child.on('exit', resolve)) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return port;
}

interface History {
  loss: number[];
  epochs: { epoch: number; stepsPerSecond: number; imagesPerSecond: number }[];
  input: { megabytesPerSecond: number };
}
const historyOf = (folder: string): History => JSON.parse(readFileSync(join(folder, 'history.json'), 'utf8'));

async function until(what: () => boolean, worker: Worker): Promise<void> {
  while (!what()) {
    assert.equal(worker.child.exitCode, null, worker.said());
    await setTimeout(50);
  }
}

test('two workers, one of them killed and started again, train what one alone trains', {
  skip: scaleMissing,
  timeout: 600_000,
}, async () => {
  await ready();
  const digits = await readDigits('data/train.csv', { labelled: true, maxRows: 2000 });
  const { train, validation } = splitDigits(digits, { validation: 0.1, seed: 1 });
  await writeTfRecords(shards, train, { shards: 4, seed: 1 });
  await exportModel(lenet({ seed: 1 }), 'keras', join(root, 'keras'));

  const workers = `127.0.0.1:${await freePort()},127.0.0.1:${await freePort()}`;
  const worker = (index: number): Worker =>
    start(...training, '--out', two, '--workers', workers, '--index', `${index}`);
  const [chief, killed] = [worker(0), worker(1)];
  await until(() => existsSync(join(two, 'backup', 'chief', 'checkpoint')), killed);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const lost = `worker ${workers.split(',')[1]} is lost (UnavailableError); start it again with its command: `;
  await until(() => chief.said().includes(lost), chief);
  const again = worker(1);
  assert.equal(await again.ended, 0, again.said());
  assert.equal(await chief.ended, 0, chief.said());
  const [, from] = /worker 1 goes on after step (\d+)/.exec(again.said()) ?? [];
  assert.ok(Number(from) >= 9 && Number(from) < STEPS * EPOCHS, again.said());

  const one = join(root, 'one');
  const images = join(root, 'images');
  writeFileSync(images, validation.images);
  const answers = join(root, 'answers.json');
  const alone = ['scale', images, join(two, 'model.keras'), answers, ...training, '--out', one];
  const { status, stderr } = spawnSync(scalePython, [join(__dirname, 'oneWorker.py'), ...alone], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);

  const [ofOne, ofTwo] = [historyOf(one), historyOf(two)];
  assert.equal(ofTwo.loss.length, STEPS * EPOCHS);
  const difference = apart(ofTwo.loss, ofOne.loss);
  assert.ok(difference < 1e-4, `loss of a step: ${difference} apart`);
  assert.ok(ofOne.loss.at(-1)! < ofOne.loss[0]! / 2, 'it has learnt');
  assert.deepEqual(
    ofTwo.epochs.map(({ epoch }) => epoch),
    [1, 2, 3],
  );
  for (const { epochs, input } of [ofOne, ofTwo]) {
    for (const { stepsPerSecond, imagesPerSecond } of epochs)
      assert.ok(imagesPerSecond === 50 * stepsPerSecond);
    assert.ok(input.megabytesPerSecond > 0);
  }

  const back = await predict(await loadModel(join(two, 'model.keras')), validation);
  const theirs = JSON.parse(readFileSync(answers, 'utf8')) as number[];
  const between = apart(back.probabilities, theirs);
  assert.ok(between < 1e-5, `probabilities: ${between} apart`);
});

const refuse = (args: string[], message: string): void => {
  const { status, stdout, stderr } = spawnSync(scalePython, [driver, ...args], { encoding: 'utf8' });
  assert.deepEqual(
    { status, stdout, stderr },
    { status: 1, stdout: '', stderr: `train_many_workers: ${message}\n` },
  );
};

test('what does not fit together is refused in one line, before TensorFlow is loaded', {
  skip: scaleMissing,
}, async () => {
  const out = ['--out', join(root, 'refused')];
  const given = '{"cluster": {"worker": ["a:1"]}, "task": {"type": "worker", "index": 2}}';
  const whole = 'expected host:port of every worker, each once, and an index among them, found';
  refuse([...settings, ...out, '--workers', 'a:1', '--index', '2'], `${whole} ${given}`);
  refuse(
    [...settings, ...out, '--workers', 'a:1,b:2,c:3'],
    '--batch-size: expected a multiple of 3 workers, found 50',
  );
  refuse([...settings, ...out, '--epochs', '0'], '--epochs: expected a number above 0, found 0');
  const server = createServer().listen(0);
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const taken = `localhost:${port}: expected port ${port} to be free, found: [Errno 98] Address already in use`;
  refuse([...settings, ...out, '--workers', `localhost:${port}`], taken);
  server.close();
  assert.ok(!existsSync(join(root, 'refused')));
});

test('shards that are missing are counted', { skip: scaleMissing }, () => {
  const folder = join(root, 'few');
  mkdirSync(folder);
  const run = ['--model', network, '--out', join(root, 'refused'), '--data', folder];
  refuse(run, `${folder}: expected TFRecord shards, found none; write them: digits data --format tfrecord`);
  writeFileSync(join(folder, 'train-00001-of-00003.tfrecord'), '');
  refuse(run, `${folder}: expected 3 shards as their names say, found 1; write them again`);
});

const asModule = (program: string): ReturnType<typeof spawnSync> =>
  spawnSync(scalePython, ['-c', `import sys; sys.path.insert(0, 'scale')\n${program}`], { encoding: 'utf8' });

test('workers of different versions are named', { skip: scaleMissing }, () => {
  const { status, stderr } = asModule(
    `from workers import compare\ncompare([{'TensorFlow': '2.21.0'}, {'TensorFlow': '2.20.0'}], ['a:1', 'b:1'])`,
  );
  const message =
    'train_many_workers: worker b:1: expected the TensorFlow of worker a:1, 2.21.0, found 2.20.0\n';
  assert.deepEqual([status, stderr], [1, message]);
});

test('where TensorFlow is missing, one line says what to do', { skip: scaleMissing }, () => {
  const folder = join(root, 'empty');
  mkdirSync(folder);
  writeFileSync(join(folder, 'train-00000-of-00001.tfrecord'), '');
  const { status, stderr } = asModule(
    `sys.modules['keras'] = None\nsys.argv[1:] = ['--model', 'x', '--out', 'y', '--data', ${JSON.stringify(folder)}]\n` +
      'import train_many_workers\ntrain_many_workers.main()',
  );
  assert.equal(status, 1);
  assert.match(
    String(stderr),
    /^train_many_workers: expected TensorFlow 2\.16 or later, which has Keras 3, found: [^\n]*; pip install -r scale\/requirements\.txt\n$/,
  );
});
