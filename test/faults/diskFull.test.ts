/**
 * A disk that is full in the midst of writing: one clear line names the file, and the old one is still there, whole.
 *
 * Long: one small disk serves everything that writes.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { before, test } from 'node:test';
import { writeDigitsCsv } from '../../lib/data/writeDigitsCsv';
import { writeSubmission } from '../../lib/evaluate/writeSubmission';
import { recordProgress } from '../../lib/lesson/progressFile';
import { exportModel } from '../../lib/model/export/exportModel';
import { lenet } from '../../lib/model/lenet';
import { sha256 } from '../../lib/model/modelFiles';
import { saveModel } from '../../lib/model/saveModel';
import { nativeMissing, ready, tf } from '../../lib/tensorflow/tf';
import { traceFunction } from '../../lib/tensorflow/trace/traceFunction';
import { writeCheckpointFile } from '../../lib/train/checkpoint/checkpointFile';
import { tensorBoardLog } from '../../lib/train/tensorBoard/tensorBoardLog';
import { run } from '../cli/run';
import { makeDigits } from '../data/makeDigits';
import { readEvents } from '../train/tensorBoard/readEvents';
import { fill, smallDisk, unfill } from './smallDisk';

const disk = smallDisk(1024);
const skip = 'refused' in disk ? disk.refused : false;
const folder = 'folder' in disk ? disk.folder : '';
const PAGE = 4096;
before(ready);

/** Every file below a folder, with its SHA-256. */
function contents(below: string): Record<string, string> {
  const names = readdirSync(below, { recursive: true, encoding: 'utf8' });
  const files = names.map(name => join(below, name)).filter(path => statSync(path).isFile());
  return Object.fromEntries(files.map(path => [relative(below, path), sha256(readFileSync(path))]));
}

/** Writes when there is room, then again on a disk with `room` bytes left. */
async function refusedWhenFull(
  name: string,
  write: (place: string, turn: number) => unknown,
  file: RegExp,
  room: number = 4 * PAGE,
): Promise<void> {
  const place = join(folder, name);
  await write(place, 1);
  const old = contents(folder);
  fill(folder, room);
  try {
    await assert.rejects(
      async () => write(place, 2),
      (error: Error) => {
        const message = error.message.replace(folder, 'DISK').replaceAll(/[0-9a-f]{12}/g, 'HASH');
        assert.match(message, new RegExp(`^${file.source} cannot be written: the disk is full$`));
        return true;
      },
    );
  } finally {
    unfill(folder);
  }
  assert.deepEqual(contents(folder), old, 'the old files, and no others');
  await write(place, 2); // With room again, it works.
}

const network = (turn: number): tf.LayersModel =>
  tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),
      tf.layers.dense({ units: 10, kernelInitializer: tf.initializers.glorotUniform({ seed: turn }) }),
    ],
  });

const writers: [string, (place: string, turn: number) => unknown, RegExp, string | undefined][] = [
  [
    'digits as CSV',
    (place, turn) => writeDigitsCsv(join(place, 'train.csv'), makeDigits(20, { seed: turn })),
    /DISK\/.*\/train\.csv/,
    undefined,
  ],
  ['a model', (place, turn) => saveModel(network(turn), place), /DISK\/.*\/weights-HASH\.bin/, undefined],
  [
    'a checkpoint',
    (place, turn) => {
      const values = new Float32Array(9000).fill(turn);
      return writeCheckpointFile(
        join(place, 'checkpoint.bin'),
        {},
        new Map([['w', { shape: [9000], values }]]),
      );
    },
    /DISK\/.*\/checkpoint\.bin/,
    undefined,
  ],
  [
    'a submission',
    (place, turn) => writeSubmission(join(place, 'submission.csv'), new Uint8Array(5000).fill(turn)),
    /DISK\/.*\/submission\.csv/,
    undefined,
  ],
  [
    'an export for the web',
    (place, turn) => exportModel(network(turn), 'tfjs', place),
    /DISK\/.*\/[\w-]+\.bin/,
    undefined,
  ],
  [
    'an ONNX export',
    (place, turn) => exportModel(network(turn), 'onnx', place),
    /DISK\/.*\/model\.onnx/,
    undefined,
  ],
  [
    'a SavedModel',
    (place, turn) => exportModel(network(turn), 'savedmodel', place),
    /DISK\/.*\/saved_model\.pb/,
    nativeMissing,
  ],
];
for (const [name, write, file, missing] of writers) {
  test(`${name}: the disk is full, and what was there stays`, { skip: skip || missing }, () =>
    refusedWhenFull(name, write, file),
  );
}

test('the progress of exercises: the disk is full, and what was there stays', { skip }, () => {
  recordProgress(folder, 'start/scale', 'right');
  const old = readFileSync(join(folder, '.progress.json'), 'utf8');
  fill(folder, 0);
  assert.throws(() => recordProgress(folder, 'start/pixel', 'right'), {
    message: `${join(folder, '.progress.json')} cannot be written: the disk is full`,
  });
  unfill(folder);
  assert.equal(readFileSync(join(folder, '.progress.json'), 'utf8'), old);
  assert.deepEqual(
    readdirSync(folder).filter(name => name.endsWith('.part')),
    [],
  );
});

test('a log for TensorBoard ends with a whole record, and goes on when there is room', { skip }, () => {
  const place = join(folder, 'log');
  const log = tensorBoardLog(place, { now: () => 0 });
  let step = 0;
  const next = (): void => {
    step++;
    const numbers = { loss: 1, accuracy: 0.5, learningRate: 0.1, imagesPerSecond: 9, secondsLeft: 1 };
    log.step({ epoch: 1, step, steps: 9000, ...numbers });
  };
  fill(folder, 0);
  const file = join(place, 'train', readdirSync(join(place, 'train'))[0]!);
  assert.throws(
    () => {
      while (step < 1000) next();
    },
    { name: 'Error', message: `${file} cannot be written: the disk is full` },
  );
  assert.equal(readEvents(join(place, 'train')).length, step);
  assert.throws(() => tensorBoardLog(join(folder, 'log2')), /cannot be written: the disk is full$/);
  unfill(folder);
  next();
  assert.equal(readEvents(join(place, 'train')).length, step);
});

test('a session names the file that it could not write', { skip: skip || nativeMissing }, () => {
  const { TMPDIR } = process.env;
  fill(folder, PAGE);
  process.env.TMPDIR = folder;
  try {
    assert.throws(
      () =>
        traceFunction(({ x }) => ({ sum: x.add(tf.tensor1d(new Float32Array(5000))) }), {
          inputs: { x: { shape: [5000] } },
        }),
      /^Error: .*\/saved_model\.pb cannot be written: the disk is full$/,
    );
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    unfill(folder);
  }
});

test('the command line says it in one line, exit code 1', { skip }, async () => {
  const model = join(folder, 'lenet');
  await saveModel(lenet({ seed: 1 }), model);
  const out = join(folder, 'predictions.csv');
  writeFileSync(out, 'the old one');
  fill(folder, 0);
  const outcome = await run(['predict', '--model', model, '--data', 'data/sample.csv', '--out', out]);
  unfill(folder);
  assert.deepEqual(outcome, {
    code: 1,
    out: '',
    err: `digits: ${out} cannot be written: the disk is full\n`,
  });
  assert.equal(readFileSync(out, 'utf8'), 'the old one');
});

test('a training whose checkpoint does not fit ends with that line, and leaves nothing', {
  skip,
}, async () => {
  const out = join(folder, 'training');
  // Its checkpoint alone would fill the disk several times.
  const refused = await run(['train', '--data', 'data/sample.csv', '--model', 'reference', '--out', out]);
  assert.equal(refused.code, 1);
  assert.equal(refused.out, '');
  const checkpoint = join(out, 'checkpoint.bin');
  assert.equal(
    refused.err.trimEnd().split('\n').at(-1),
    `digits: ${checkpoint} cannot be written: the disk is full`,
  );
  assert.deepEqual(readdirSync(out), []);
});

test('standard output on a full disk is one line too; where nobody reads on there is none', {
  skip: process.platform !== 'linux' && 'there is no /dev/full',
}, () => {
  const shell = (line: string): { status: number | null; stderr: string } =>
    spawnSync('sh', ['-c', line], { encoding: 'utf8' });
  const digits = `"${process.execPath}" lib/bin/digits.js --help`;
  const full = shell(`${digits} > /dev/full`);
  assert.deepEqual(
    [full.status, full.stderr],
    [1, 'digits: standard output cannot be written: the disk is full\n'],
  );
  assert.equal(shell(`${digits} | true`).stderr, '');
});
