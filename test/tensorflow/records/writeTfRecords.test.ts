import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InputError } from '../../../lib/check/inputError';
import { readDigits } from '../../../lib/data/readDigits';
import { dealRows } from '../../../lib/tensorflow/records/dealRows';
import { record } from '../../../lib/tensorflow/records/record';
import { writeTfRecords } from '../../../lib/tensorflow/records/writeTfRecords';
import { makeDigits } from '../../data/makeDigits';
import { scaleMissing, scalePython } from '../../scaleEnvironment';
import { temporaryFolder } from '../../temporaryFolder';

const root = temporaryFolder();

test('a record of three bytes is 19 bytes: its length, a checksum, the bytes, a checksum', () => {
  assert.equal(record(new Uint8Array(3)).length, 19);
  assert.deepEqual([...record(Uint8Array.of()).subarray(0, 8)], [0, 0, 0, 0, 0, 0, 0, 0]);
});

test('a digit of one pixel is the Example that one writes by hand', async () => {
  const digits = {
    images: Uint8Array.of(9),
    labels: Uint8Array.of(3),
    count: 1,
    height: 1,
    width: 1,
    classes: 10,
  };
  const [name] = await writeTfRecords(join(root, 'one'), digits, { shards: 1, seed: 1 });
  assert.equal(name, 'train-00000-of-00001.tfrecord');
  const bytes = readFileSync(join(root, 'one', name!));
  const image = `0a0e0a05${Buffer.from('image').toString('hex')}12050a030a0109`;
  const label = `0a0e0a05${Buffer.from('label').toString('hex')}12051a030a0103`;
  assert.equal(bytes.subarray(12, -4).toString('hex'), `0a20${image}${label}`);
});

test('every row is dealt once; shards differ by one at most, and so do their shares of a class', () => {
  const cases = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 1, max: 7 }),
    fc.nat(1000),
  );
  fc.assert(
    fc.property(cases, ([labels, shards, seed]) => {
      const dealt = dealRows({ labels, classes: 4 }, shards, seed);
      assert.deepEqual(
        dealt.flat().sort((one, other) => one - other),
        [...labels.keys()],
      );
      const spread = (sizes: number[]): number => Math.max(...sizes) - Math.min(...sizes);
      assert.ok(spread(dealt.map(rows => rows.length)) <= 1);
      for (const label of [0, 1, 2, 3]) {
        assert.ok(spread(dealt.map(rows => rows.filter(row => labels[row] === label).length)) <= 1);
      }
      assert.deepEqual(dealRows({ labels, classes: 4 }, shards, seed), dealt);
    }),
    { seed: 1 },
  );
});

test('other shards are replaced, other things are not', async () => {
  const folder = join(root, 'replaced');
  await writeTfRecords(folder, makeDigits(20), { shards: 3, seed: 1 });
  writeFileSync(join(folder, 'train-00000-of-00009.tfrecord.7.part'), 'half');
  const names = await writeTfRecords(folder, makeDigits(20), { shards: 2, seed: 1 });
  assert.deepEqual(readdirSync(folder).sort(), names);
  writeFileSync(join(folder, 'notes.txt'), '');
  const message = `writeTfRecords: ${folder}: expected a new folder or one with shards, found a folder with notes.txt`;
  await assert.rejects(
    writeTfRecords(folder, makeDigits(20), { shards: 2, seed: 1 }),
    new InputError(message),
  );
  assert.deepEqual(readdirSync(folder).sort(), ['notes.txt', ...names]);
});

test('more shards than digits, digits without labels, and a file in place of the folder are refused', async () => {
  const refuse = async (path: string, digits: ReturnType<typeof makeDigits>, error: Error): Promise<void> =>
    assert.rejects(writeTfRecords(path, digits, { shards: 4, seed: 1 }), error);
  const few = 'writeTfRecords: shards must be an integer in [1, 3], got 4';
  await refuse(join(root, 'few'), makeDigits(3), new RangeError(few));
  const unlabelled = { ...makeDigits(5), labels: new Uint8Array(0) };
  await refuse(
    join(root, 'none'),
    unlabelled,
    new RangeError('writeTfRecords: digits must be labelled, got 0 labels'),
  );
  const file = join(root, 'file');
  writeFileSync(file, '');
  await refuse(
    file,
    makeDigits(5),
    new InputError(`writeTfRecords: ${file}: expected a folder, found ENOTDIR`),
  );
});

test('an interruption leaves whole shards only', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  const folder = join(root, 'stopped');
  mkdirSync(folder);
  const options = { shards: 2, seed: 1, signal: stop.signal };
  await assert.rejects(writeTfRecords(folder, makeDigits(5), options), { message: 'stopped' });
  assert.deepEqual(readdirSync(folder), []);
});

const reader = `
import hashlib, sys, tensorflow as tf
names = sorted(tf.io.gfile.glob(sys.argv[1] + "/*.tfrecord"))
form = {"image": tf.io.FixedLenFeature([], tf.string), "label": tf.io.FixedLenFeature([], tf.int64)}
for name in names:
    for example in tf.data.TFRecordDataset(name).map(lambda one: tf.io.parse_single_example(one, form)):
        print(int(example["label"]), hashlib.sha256(example["image"].numpy()).hexdigest()[:16])
`;

test("Python's tf.data reads every record, the same as in the CSV", { skip: scaleMissing }, async () => {
  const digits = await readDigits('data/sample.csv', { labelled: true });
  const folder = join(root, 'sample');
  await writeTfRecords(folder, digits, { shards: 3, seed: 1 });
  const { status, stdout, stderr } = spawnSync(scalePython, ['-c', reader, folder], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const expected = Array.from(digits.labels, (label, row) => {
    const image = digits.images.subarray(row * 784, (row + 1) * 784);
    return `${label} ${createHash('sha256').update(image).digest('hex').slice(0, 16)}`;
  });
  assert.deepEqual(stdout.trimEnd().split('\n').sort(), expected.sort());
});
