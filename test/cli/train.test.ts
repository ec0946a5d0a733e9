/**
 * `digits train`: what it trains, prints, writes and refuses.
 * Long: one test for each thing that the command promises.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadModel } from '../../lib/model/loadModel';
import { nativeMissing } from '../../lib/tensorflow/tf';
import { temporaryFolder } from '../temporaryFolder';
import { readEvents } from '../train/tensorBoard/readEvents';
import { run } from './run';

const root = temporaryFolder();
const SAMPLE = 'data/sample.csv';

test('train --json prints one object of the promised shape, and evaluate agrees with it', async () => {
  const folder = join(root, 'model');
  const args = [
    '--model',
    'reference',
    '--data',
    SAMPLE,
    '--test',
    SAMPLE,
    '--epochs',
    '2',
    '--batch-size',
    '50',
    '--out',
    folder,
    '--json',
  ];
  const { code, out, err } = await run(['train', ...args]);
  assert.equal(code, 0);
  const report = JSON.parse(out);
  assert.deepEqual(Object.keys(report), [
    'seconds',
    'imagesPerSecond',
    'engine',
    'backend',
    'epochs',
    'testAccuracy',
    'testLoss',
    'parameters',
  ]);
  assert.deepEqual(
    [report.engine, report.parameters, report.epochs.length],
    [nativeMissing === undefined ? 'session' : 'eager', 820922, 2],
  );
  assert.ok(report.seconds > 0 && report.imagesPerSecond > 0);
  assert.match(err, /^300 digits to train on, 300 held out\n/);
  assert.match(
    err,
    /\nepoch 1\/2 {2}loss \d\.\d{4} {2}\(.* s, .* images\/s\)\nepoch 2\/2 .*\nsaved in .*\n$/,
  );

  const measured = await run(['evaluate', '--model', folder, '--data', SAMPLE, '--json']);
  const evaluation = JSON.parse(measured.out);
  assert.deepEqual(
    [evaluation.accuracy, evaluation.loss, evaluation.count, evaluation.backend],
    [report.testAccuracy, report.testLoss, 300, report.backend],
  );
  assert.equal(
    evaluation.confusion.flat().reduce((sum: number, count: number) => sum + count, 0),
    300,
  );

  const history = JSON.parse(readFileSync(join(folder, 'history.json'), 'utf8'));
  assert.deepEqual(
    [history.model, history.batchSize, history.learningRate, history.seed, history.interrupted],
    ['reference', 50, 0.001, 1, false],
  );
  assert.deepEqual([history.epochs, history.testAccuracy], [report.epochs, report.testAccuracy]);

  const table = await run(['evaluate', '--model', folder, '--data', SAMPLE]);
  const lines = table.out.split('\n');
  assert.equal(
    lines[0],
    `${evaluation.correct} of 300 digits right (${(100 * evaluation.accuracy).toFixed(2)} %), loss ${evaluation.loss.toFixed(4)}`,
  );
  assert.deepEqual(lines[2]!.trim().split(/\s+/), ['true', '\\', ...'0123456789']);
  assert.deepEqual(lines[6]!.trim().split(/\s+/), [
    '3',
    ...evaluation.confusion[3].map((count: number) => (count === 0 ? '·' : String(count))),
  ]);
});

test('each network is trained by its own recipe, and what is given on the command line comes first', async () => {
  const trained = async (...args: string[]) => {
    const folder = join(root, `own${args.join('')}`);
    const data = ['--data', SAMPLE, '--test', SAMPLE, '--out', folder, '--json'];
    const report = JSON.parse((await run(['train', ...data, ...args])).out);
    const { batchSize, learningRate } = JSON.parse(readFileSync(join(folder, 'history.json'), 'utf8'));
    return { report, settings: [report.parameters, report.epochs.length, batchSize, learningRate] };
  };
  const best = await trained();
  assert.deepEqual(best.settings, [207178, 1, 64, 'recipe']);
  assert.ok(best.report.epochs[0].learningRate < 1e-6, 'the cycle has come down');
  const steady = await trained('--epochs', '2', '--batch-size', '100', '--learning-rate', '0.002');
  assert.deepEqual(steady.settings, [207178, 2, 100, 0.002]);
  assert.equal(steady.report.epochs[1].learningRate, 0.002);
  assert.deepEqual((await trained('--model', 'lenet')).settings, [61706, 2, 128, 0.001]);
  const origin = await trained('--model', 'origin');
  assert.deepEqual(origin.settings, [820922, 1, 50, 0.0001]);
  assert.ok(origin.report.testLoss > 1.461);
});

test('--log writes the training for TensorBoard, and refuses a place that is no folder', async () => {
  const folder = join(root, 'log');
  const args = [
    'train',
    '--model',
    'lenet',
    '--data',
    SAMPLE,
    '--epochs',
    '2',
    '--batch-size',
    '50',
    '--json',
  ];
  const report = JSON.parse((await run([...args, '--log', folder])).out);
  const training = readEvents(join(folder, 'train')).slice(1);
  assert.deepEqual(
    training.map(({ step }) => step),
    Array.from({ length: 12 }, (_, index) => index + 1), // 270 digits in batches of 50, twice
  );
  const heldOut = readEvents(join(folder, 'validation')).slice(1);
  const losses = report.epochs.map((epoch: { validationLoss: number }) => Math.fround(epoch.validationLoss));
  assert.deepEqual(
    heldOut.map(({ step, values }) => [step, values.loss]),
    [
      [6, losses[0]],
      [12, losses[1]],
    ],
  );
  const { code, err } = await run([...args, '--log', SAMPLE]);
  assert.equal(code, 2);
  assert.match(
    err,
    /^digits: tensorBoardLog: data\/sample\.csv\/train\/events.*: expected a file to write to, found /,
  );
});

test('--target-accuracy times the way to it, and counts its looks apart', async () => {
  const args = ['train', '--data', SAMPLE, '--test', SAMPLE, '--epochs', '8', '--target-accuracy'];
  const easy = JSON.parse((await run([...args, '0.5', '--json'])).out);
  assert.deepEqual(Object.keys(easy).slice(-2), ['secondsToTarget', 'evaluationSeconds']);
  assert.ok(easy.evaluationSeconds > 0);
  assert.ok(easy.secondsToTarget > 0 && easy.secondsToTarget < easy.seconds);
  assert.ok(easy.testAccuracy >= 0.5);
  const { out } = await run([...args, '0.5']);
  assert.match(out, /^\d+ of 300 held-out digits right .*\n50\.00 % reached after .* s\n$/);
});

test('a target that is not reached is said, and has no seconds', async () => {
  const args = ['train', '--data', SAMPLE, '--model', 'origin', '--target-accuracy', '1'];
  const report = JSON.parse((await run([...args, '--json'])).out);
  assert.equal('secondsToTarget' in report, false);
  assert.ok(report.evaluationSeconds > 0);
  assert.match((await run(args)).out, /\n100\.00 % not reached\n$/);
});

test('without a test file a tenth of the rows is held out and measured after every epoch', async () => {
  const { code, out, err } = await run(['train', '--data', SAMPLE, '--epochs', '1']);
  assert.equal(code, 0);
  assert.match(err, /^270 digits to train on, 30 held out$/m);
  assert.match(err, /held out: loss \d\.\d{4}, [\d.]+ % right/);
  assert.match(out, /^\d+ of 30 held-out digits right \([\d.]+ %\), loss \d+\.\d{4}, after .* s\n$/);
});

test('Ctrl-C saves what has been learnt and is exit code 130', async () => {
  const folder = join(root, 'stopped');
  const stop = new AbortController();
  const args = ['train', '--data', SAMPLE, '--epochs', '50', '--batch-size', '30', '--out', folder];
  const onErr = (text: string): void => {
    if (text.startsWith('epoch 1/50')) stop.abort();
  };
  const { code, out, err } = await run(args, { stop, onErr });
  assert.deepEqual([code, out], [130, '']);
  assert.match(err, /\ndigits: interrupted, 1 of 50 epochs finished; the model is saved in .*\n$/);
  assert.equal((await loadModel(folder)).countParams(), 207178);
  const history = JSON.parse(readFileSync(join(folder, 'history.json'), 'utf8'));
  assert.deepEqual([history.interrupted, history.epochs.length], [true, 1]);
});

test('--resume goes on where Ctrl-C stopped, and a finished training is measured again', async () => {
  const folder = join(root, 'resumed');
  const args = [
    'train',
    '--data',
    SAMPLE,
    '--epochs',
    '2',
    '--batch-size',
    '30',
    '--out',
    folder,
    '--resume',
  ];
  const stop = new AbortController();
  const onErr = (text: string): void => {
    if (text.startsWith('epoch 1/2')) stop.abort();
  };
  const first = await run(args, { stop, onErr });
  assert.equal(first.code, 130);
  assert.match(first.err, /^no checkpoint in .*resumed: training starts from scratch$/m);
  assert.match(first.err, /; the model is saved in .*resumed, --resume goes on from there\n$/);

  const second = await run([...args, '--json']);
  assert.equal(second.code, 0);
  assert.match(second.err, /^goes on after 9 steps$/m);
  assert.doesNotMatch(second.err, /^epoch 1\/2/m);
  const report = JSON.parse(second.out);
  assert.deepEqual(
    report.epochs.map(({ epoch }: { epoch: number }) => epoch),
    [1, 2],
  );

  const third = await run([...args, '--json']);
  assert.match(third.err, /^goes on after 18 steps$/m);
  const again = JSON.parse(third.out);
  assert.deepEqual([again.epochs, again.testAccuracy], [report.epochs, report.testAccuracy]);
});

test('--resume refuses the checkpoint of other options, as bad input', async () => {
  const folder = join(root, 'other');
  const args = ['train', '--data', SAMPLE, '--epochs', '1', '--batch-size', '90', '--out', folder];
  assert.equal((await run(args)).code, 0);
  const { code, err } = await run([...args, '--seed', '2', '--resume']);
  assert.equal(code, 2);
  assert.match(
    err,
    /\ndigits: fit: .*checkpoint\.bin: expected \w+ .*, found .*; resume with what .* without resume\n$/,
  );
});

test('Ctrl-C without --out leaves nothing', async () => {
  const folder = join(root, 'nothing');
  const stop = new AbortController();
  stop.abort();
  const { code, err } = await run(['train', '--data', SAMPLE], { stop });
  assert.equal(code, 130);
  assert.match(err, /\ndigits: interrupted, 0 of 1 epochs finished\n$/);
  assert.equal(readdirSync(root).includes('nothing'), false, folder);
});
