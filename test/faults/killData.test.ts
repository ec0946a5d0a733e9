/** `digits data` killed with signal 9 while it writes. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mnistParts } from '../../lib/data/mnist';
import { temporaryFolder } from '../temporaryFolder';
import { killAt, type Life } from './killAt';

const root = temporaryFolder();
const TRIALS = 3;
const PROGRAM = 'lib/bin/digits.js';
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const { train, test: second } = mnistParts;

test('half-written CSV files are never taken for whole, and the next run clears them', async () => {
  const folder = join(root, 'data');
  const write = [PROGRAM, 'data', '--out', folder];
  const writing =
    (file: string) =>
    ({ pid }: Life): boolean =>
      existsSync(join(folder, `${file}.${pid}.part`));
  for (const file of ['train.csv', 'test.csv']) {
    let killed = await killAt(write, writing(file));
    for (let trial = 1; killed.signal === null && trial < TRIALS; trial++) {
      rmSync(join(folder, file)); // A busy machine looked too late.
      killed = await killAt(write, writing(file));
    }
    assert.equal(killed.signal, 'SIGKILL', killed.err);
    assert.equal(existsSync(join(folder, file)), false);
    const parts = readdirSync(folder).filter(name => name.endsWith('.part'));
    assert.deepEqual(
      parts.map(name => name.replace(/\d+/, 'PID')),
      [`${file}.PID.part`],
    );
  }
  assert.equal(sha256(join(folder, 'train.csv')), train.csv.sha256);
  const last = await killAt(write, () => false);
  assert.equal(last.code, 0, last.err);
  assert.match(last.out, /train\.csv: 60 000 digits, already there\n.*test\.csv: 10 000 digits, written in/);
  assert.deepEqual(readdirSync(folder).sort(), ['test.csv', 'train.csv']);
  assert.equal(sha256(join(folder, 'test.csv')), second.csv.sha256);
});

test('the old file stays whole until the new one is', async () => {
  const folder = join(root, 'own');
  mkdirSync(folder);
  const own = join(folder, 'train.csv');
  writeFileSync(own, 'my own');
  const write = [PROGRAM, 'data', '--out', folder, '--force'];
  const killed = await killAt(write, ({ pid }) => existsSync(`${own}.${pid}.part`));
  assert.equal(killed.signal, 'SIGKILL', killed.err);
  assert.equal(readFileSync(own, 'utf8'), 'my own');
});
