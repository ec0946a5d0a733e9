import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../lib/check/inputError';
import { mnistDigits, mnistFolder, mnistParts } from '../../lib/data/mnist';
import { temporaryFolder } from '../temporaryFolder';

const { test: part } = mnistParts;

test('the installed test part has 10 000 digits, beginning with a 7', async () => {
  const { count, height, width, labels, images } = await mnistDigits(part, mnistFolder());
  assert.deepEqual([count, height, width, labels.length, images.length], [10_000, 28, 28, 10_000, 7_840_000]);
  assert.deepEqual([...labels.subarray(0, 5)], [7, 2, 1, 0, 4]);
});

test('a file with one changed byte is refused by its SHA-256', async () => {
  const folder = temporaryFolder();
  copyFileSync(join(mnistFolder(), part.images.file), join(folder, part.images.file));
  const path = join(folder, part.labels.file);
  const labels = readFileSync(join(mnistFolder(), part.labels.file));
  labels[100]! ^= 1;
  writeFileSync(path, labels);
  await assert.rejects(
    mnistDigits(part, folder),
    (error: Error) =>
      error instanceof InputError &&
      error.message.startsWith(`mnistDigits: ${path}: expected SHA-256 ${part.labels.sha256}, found `),
  );
});
