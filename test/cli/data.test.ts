import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mnistParts } from '../../lib/data/mnist';
import { writeDigitsCsv } from '../../lib/data/writeDigitsCsv';
import { makeDigits } from '../data/makeDigits';
import { temporaryFolder } from '../temporaryFolder';
import { run } from './run';

const root = temporaryFolder();
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('digits data writes both files, and leaves them alone the next time', async () => {
  const folder = join(root, 'data');
  const [train, test] = [join(folder, 'train.csv'), join(folder, 'test.csv')];
  const first = await run(['data', '--out', folder]);
  assert.deepEqual([first.code, first.err], [0, '']);
  assert.equal(
    first.out.replace(/[\d.]+ s\n/g, 'N s\n'),
    `${train}: 60 000 digits, written in N s\n${test}: 10 000 digits, written in N s\n`,
  );
  assert.deepEqual(readdirSync(folder).sort(), ['test.csv', 'train.csv']);
  assert.equal(sha256(train), mnistParts.train.csv.sha256);
  assert.equal(sha256(test), mnistParts.test.csv.sha256);
  const { mtimeMs } = statSync(train);
  const again = await run(['data', '--out', folder]);
  assert.deepEqual(again, {
    code: 0,
    out: `${train}: 60 000 digits, already there\n${test}: 10 000 digits, already there\n`,
    err: '',
  });
  assert.equal(statSync(train).mtimeMs, mtimeMs);
});

test("a file of the user's is used as it is, and a score that would flatter is named", async () => {
  const folder = join(root, 'own');
  const [train, test] = [join(folder, 'train.csv'), join(folder, 'test.csv')];
  await writeDigitsCsv(train, makeDigits(5));
  const before = sha256(train);
  const { code, out } = await run(['data', '--out', folder]);
  assert.equal(code, 0);
  assert.equal(
    out.replace(/[\d.]+ s\n/, 'N s\n'),
    `${train}: 5 digits, your own, used as it is (--force puts MNIST's in its place)\n` +
      `${test}: 10 000 digits, written in N s\n` +
      `Note: digits of ${test} may be among those of your own ${train}; the score would flatter.\n`,
  );
  assert.equal(sha256(train), before);
  await run(['data', '--out', folder, '--force']);
  assert.equal(sha256(train), mnistParts.train.csv.sha256);
});

test("Kaggle's test file, which has no labels, is used as it is", async () => {
  const folder = join(root, 'kaggle');
  const own = { ...makeDigits(3), labels: new Uint8Array(0) };
  await writeDigitsCsv(join(folder, 'train.csv'), makeDigits(4));
  await writeDigitsCsv(join(folder, 'test.csv'), own);
  const { code, out } = await run(['data', '--out', folder]);
  assert.equal(code, 0);
  assert.equal(out.match(/your own/g)!.length, 2);
  assert.doesNotMatch(out, /flatter/);
});

test('a file that is no digits CSV is refused, and left as it is', async () => {
  const folder = join(root, 'foreign');
  mkdirSync(folder);
  const train = join(folder, 'train.csv');
  writeFileSync(train, 'name,age\nAnn,5\n');
  assert.deepEqual(await run(['data', '--out', folder]), {
    code: 2,
    out: '',
    err:
      `digits: readDigits: ${train} line 1: expected the header "label,pixel0,…,pixel783" (785 names), ` +
      'found "name" in column 1; left as it is (move it away, or write over it with --force)\n',
  });
  assert.equal(readFileSync(train, 'utf8'), 'name,age\nAnn,5\n');
  assert.deepEqual(readdirSync(folder), ['train.csv']);
});

test('a folder where the file should be is refused', async () => {
  const folder = join(root, 'folder');
  const train = join(folder, 'train.csv');
  mkdirSync(train, { recursive: true });
  const message = `digits: digits data: ${train}: expected a file, found a folder\n`;
  assert.deepEqual(await run(['data', '--out', folder]), { code: 2, out: '', err: message });
});

test('data --format tfrecord writes shards of a CSV', async () => {
  const out = join(root, 'shards');
  const csv = join(root, 'shards.csv');
  await writeDigitsCsv(csv, makeDigits(25));
  const shards = ['data', '--format', 'tfrecord', '--data', csv, '--out', out];
  const outcome = await run([...shards, '--shards', '2']);
  assert.equal(outcome.code, 0, outcome.err);
  assert.equal(outcome.out.replace(/[\d.]+ s\n/, 'N s\n'), `${out}: 25 digits in 2 shards, written in N s\n`);
  assert.deepEqual(readdirSync(out), ['train-00000-of-00002.tfrecord', 'train-00001-of-00002.tfrecord']);
  const many = `digits: digits data: --shards: expected at most 25, as many as there are digits in ${csv}, found 26\n`;
  assert.deepEqual(await run([...shards, '--shards', '26']), { code: 2, out: '', err: many });
});

test('what only shards can be asked is refused for CSV files', async () => {
  const message = 'digits: digits data: --shards must have --format tfrecord, got --format csv\n';
  assert.deepEqual(await run(['data', '--shards', '2']), { code: 2, out: '', err: message });
});
