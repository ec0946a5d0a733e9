/** Files that cannot be read: every reader names the file in one line, and so does the command line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, test } from 'node:test';
import { InputError } from '../../lib/check/inputError';
import { mnistDigits, mnistParts } from '../../lib/data/mnist';
import { readDigits } from '../../lib/data/readDigits';
import { readIdx } from '../../lib/data/readIdx';
import { loadModel } from '../../lib/model/loadModel';
import { saveModel } from '../../lib/model/saveModel';
import { readPhotos } from '../../lib/tensorflow/readPhotos';
import { ready, tf } from '../../lib/tensorflow/tf';
import { readCheckpointFile } from '../../lib/train/checkpoint/checkpointFile';
import { run } from '../cli/run';
import { temporaryFolder } from '../temporaryFolder';

const root = temporaryFolder();
const NOBODY = 65534;
let places = 0;
before(ready);

/** Makes the file unreadable in one way; what the reader has to say of it. */
type Damage = { make(path: string): void; found: RegExp; asNobody?: boolean };

const damages: Record<string, Damage> = {
  'a folder': { make: path => mkdirSync(path), found: /EISDIR|a folder/ },
  'a link to nothing': {
    make: path => symlinkSync(join(root, 'nowhere'), path),
    found: /ENOENT|none|no such file/,
  },
  'a link to itself': { make: path => symlinkSync(path, path), found: /ELOOP/ },
  'a file without permission': {
    make: path => {
      writeFileSync(path, 'secret');
      chmodSync(path, 0o000);
    },
    found: /EACCES/,
    asNobody: true,
  },
};

/** The superuser may read everything, so it reads as somebody else. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid!(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}

/** Each reader, with the file that it opens. */
const readers: Record<string, { file: string; read(path: string): Promise<unknown> }> = {
  readDigits: { file: 'digits.csv', read: path => readDigits(path) },
  readIdx: { file: 'images-idx3-ubyte', read: path => readIdx(path) },
  mnistDigits: {
    file: mnistParts.test.images.file,
    read: path => mnistDigits(mnistParts.test, join(path, '..')),
  },
  readPhotos: { file: 'seven.png', read: path => readPhotos([path]) },
  readCheckpointFile: { file: 'checkpoint.bin', read: path => readCheckpointFile('fit', path) },
  'loadModel, its manifest': { file: 'model.json', read: path => loadModel(join(path, '..')) },
  'the command line, --data': {
    file: 'train.csv',
    read: path => commandLine('train', '--data', path),
  },
  'the command line, --model': {
    file: 'model.json',
    read: path => commandLine('evaluate', '--model', join(path, '..')),
  },
};

/** Throws what the command line says, if it is one line and exit code 2. */
async function commandLine(...args: string[]): Promise<void> {
  const { code, out, err } = await run(args);
  assert.deepEqual([code, out], [2, '']);
  throw new InputError(/^digits: (.+)\n$/.exec(err)![1]!);
}

for (const [reader, { file, read }] of Object.entries(readers)) {
  for (const [damage, { make, found, asNobody: hidden }] of Object.entries(damages)) {
    // Where there is no checkpoint there is nothing to go on from.
    if (reader === 'readCheckpointFile' && damage === 'a link to nothing') continue;
    test(`${reader}: ${damage} is named in one line`, { skip: process.platform === 'win32' }, async () => {
      const folder = join(root, `place${places++}`);
      mkdirSync(folder);
      chmodSync(root, 0o755);
      const path = join(folder, file);
      make(path);
      const reading = (): Promise<unknown> => read(path);
      await assert.rejects(hidden ? asNobody(reading) : reading(), (error: Error) => {
        assert.ok(error instanceof InputError, error.stack);
        assert.match(error.message, /^.+$/);
        assert.ok(error.message.includes(folder), error.message);
        assert.match(error.message, found);
        return true;
      });
    });
  }
}

test('a model whose weights are a folder, or may not be read, is named with that file', async () => {
  const folder = join(root, 'model');
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  await saveModel(model, folder);
  const weights = join(folder, readdirSync(folder).find(name => name.startsWith('weights-'))!);
  const expected = (code: string): InputError =>
    new InputError(`loadModel: ${weights}: expected the file that model.json names, found ${code}`);
  chmodSync(folder, 0o755);
  chmodSync(weights, 0o000);
  await assert.rejects(
    asNobody(() => loadModel(folder)),
    expected('EACCES'),
  );
  renameSync(weights, join(root, basename(weights)));
  mkdirSync(weights);
  await assert.rejects(loadModel(folder), expected('EISDIR'));
});

test('a pipe in place of a CSV file is named, not taken for an empty one', {
  skip: process.platform !== 'linux' && 'there is no /dev/fd',
}, async () => {
  const pipe = '/dev/fd/0';
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `echo | "${process.execPath}" lib/bin/digits.js train --data ${pipe}`],
    { encoding: 'utf8' },
  );
  assert.deepEqual(
    [status, stderr],
    [2, `digits: readDigits: ${pipe}: expected a file, found ESPIPE, it cannot be read\n`],
  );
});
