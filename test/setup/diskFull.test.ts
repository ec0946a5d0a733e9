/** Set-up on a full disk: one line says so and names the file, and nothing is taken for whole. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setUp } from '../../scripts/setup/index.mjs';
import { data } from '../../scripts/setup/steps/data.mjs';
import { writeManifest } from '../../scripts/setup/tensorflow/cache.mjs';
import { fill, smallDisk, unfill } from '../faults/smallDisk';
import { temporaryFolder, writeIn } from './temporaryFolder';

const disk = smallDisk(256);
const skip = 'refused' in disk ? disk.refused : false;
const folder = 'folder' in disk ? disk.folder : '';

test('a stamp that does not fit is named, and the step stays undone', { skip }, async t => {
  const root = temporaryFolder(t);
  writeIn(root, 'data/README.md', '');
  writeIn(
    root,
    'lib/bin/digits.js',
    "for (const name of ['train', 'test']) require('node:fs').writeFileSync('data/' + name + '.csv', '');",
  );
  symlinkSync(folder, join(root, '.setup'));
  fill(folder, 0);
  const stamp = join(root, '.setup', 'data.json');
  await assert.rejects(data.make(root), {
    name: 'SetupError',
    message: `${stamp} cannot be written: the disk is full`,
  });
  assert.equal(existsSync(`${stamp}.part`), false);
  assert.equal(data.missing(root), 'checking data/train.csv and data/test.csv');
  unfill(folder);
  await data.make(root);
  assert.equal(data.missing(root), undefined);
});

test('a lock that does not fit is named, and none is left for others to wait for', { skip }, async t => {
  const root = temporaryFolder(t);
  symlinkSync(folder, join(root, '.setup'));
  fill(folder, 0);
  const lock = join(root, '.setup', 'lock');
  await assert.rejects(setUp({ root, only: ['kernel'], log: () => {} }), {
    name: 'SetupError',
    message: `${lock} cannot be written: the disk is full`,
  });
  unfill(folder);
  assert.equal(existsSync(lock), false);
});

test('a cache whose lists do not fit has none, so it is not whole', { skip }, () => {
  const native = join(folder, 'tensorflow-2.21.0');
  mkdirSync(native);
  writeIn(native, 'tfjs_binding.node', 'addon');
  fill(folder, 0);
  assert.throws(() => writeManifest(native), {
    name: 'SetupError',
    message: `${join(native, 'manifest.json')} cannot be written: the disk is full`,
  });
  unfill(folder);
  assert.equal(existsSync(join(native, 'manifest.json')), false);
});
