import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../lib/check/inputError';
import { readIdx } from '../../lib/data/readIdx';
import { temporaryFolder } from '../temporaryFolder';

const folder = temporaryFolder();
const path = join(folder, 'images-idx');

function write(...bytes: number[]): string {
  writeFileSync(path, Uint8Array.from(bytes));
  return path;
}

test('shape and values of a 2 × 3 array', async () => {
  const idx = await readIdx(write(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255));
  assert.deepEqual(idx, { shape: [2, 3], values: Uint8Array.of(1, 2, 3, 4, 5, 255) });
});

test('a length above 255 is read with its high bytes first', async () => {
  const { shape } = await readIdx(write(0, 0, 8, 1, 0, 0, 1, 1, ...new Array<number>(257).fill(7)));
  assert.deepEqual(shape, [257]);
});

test('an array of length 0 is an array', async () => {
  assert.deepEqual(await readIdx(write(0, 0, 8, 1, 0, 0, 0, 0)), { shape: [0], values: new Uint8Array(0) });
});

test('other files are refused with what was found', async () => {
  const refused = (message: string) =>
    assert.rejects(readIdx(path), new InputError(`readIdx: ${path}: ${message}`));
  const kind = 'expected an IDX file of bytes (00 00 08 and the dimensions)';
  write();
  await refused(`${kind}, found nothing`);
  write(0, 0, 13, 1, 0, 0, 0, 0);
  await refused(`${kind}, found 00000d01`);
  write(0x1f, 0x8b, 8, 0);
  await refused(`${kind}, found 1f8b0800`);
  write(0, 0, 8, 2, 0, 0, 0, 2, 0);
  await refused('expected a header of 12 bytes, found 9 bytes');
  write(0, 0, 8, 1, 0, 0, 0, 3, 1, 2);
  await refused('expected 3 values of shape [3], found 2');
  write(0, 0, 8, 1, 0, 0, 0, 1, 1, 2);
  await refused('expected 1 values of shape [1], found 2');
});

test('a missing file is refused', () =>
  assert.rejects(readIdx('nowhere'), new InputError('readIdx: nowhere: expected a file, found ENOENT')));
