import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { data } from '../../scripts/setup/steps/data.mjs';
import { temporaryFolder, writeIn } from './temporaryFolder';

/** A clone whose `digits data` does what the program says. */
function clone(t: TestContext, program: string): string {
  const root = temporaryFolder(t);
  writeIn(root, 'data/README.md', '');
  writeIn(root, 'lib/bin/digits.js', program);
  return root;
}

const writes = `
  const { writeFileSync } = require('node:fs');
  if (process.argv.slice(2).join(' ') !== 'data --out data') process.exit(9);
  for (const name of ['train', 'test']) writeFileSync('data/' + name + '.csv', 'label,pixel0');
`;

test('the digits are written by `digits data --out data`, once', async t => {
  const root = clone(t, writes);
  assert.equal(data.missing(root), 'writing data/train.csv and data/test.csv');
  await data.make(root);
  assert.equal(data.missing(root), undefined);
});

test('a file that is gone is written again', async t => {
  const root = clone(t, writes);
  await data.make(root);
  rmSync(join(root, 'data/test.csv'));
  assert.equal(data.missing(root), 'writing data/test.csv');
});

test('a file that has been replaced is looked at again', async t => {
  const root = clone(t, writes);
  await data.make(root);
  writeIn(root, 'data/train.csv', "the user's own");
  assert.equal(data.missing(root), 'checking data/train.csv and data/test.csv');
});

test("a file of the user's that is no digits stays, and `digits data` has the word", async t => {
  const root = clone(t, "console.error('digits: data/train.csv line 1: no label'); process.exitCode = 2");
  writeIn(root, 'data/train.csv', 'name,age');
  const message = 'digits: data/train.csv line 1: no label';
  await assert.rejects(data.make(root), { name: 'SetupError', message });
  assert.equal(readFileSync(join(root, 'data/train.csv'), 'utf8'), 'name,age');
  assert.equal(data.missing(root), 'writing data/test.csv');
});
