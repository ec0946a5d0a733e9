import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { validateSubmission } from '../../lib/evaluate/validateSubmission';
import { writeSubmission } from '../../lib/evaluate/writeSubmission';
import { temporaryFolder } from '../temporaryFolder';

const folder = temporaryFolder();
const path = join(folder, 'submission.csv');

/** A file with this text, refused for this reason. */
async function refused(text: string, count: number, message: string): Promise<void> {
  writeFileSync(path, text);
  await assert.rejects(validateSubmission(path, count), {
    name: 'InputError',
    message: `validateSubmission: ${path}${message}`,
  });
}

test('images are counted from 1, and what was written is valid', async () => {
  await writeSubmission(path, [7, 0, 9]);
  assert.equal(readFileSync(path, 'utf8'), 'ImageId,Label\n1,7\n2,0\n3,9\n');
  assert.deepEqual(await validateSubmission(path, 3), Uint8Array.of(7, 0, 9));
  assert.deepEqual(readdirSync(folder), ['submission.csv']);
});

test('28 000 answers come back as they went', async () => {
  const predictions = Uint8Array.from({ length: 28_000 }, (_, row) => (row * 7) % 10);
  await writeSubmission(path, predictions);
  assert.deepEqual(await validateSubmission(path, 28_000), predictions);
});

test('lines may end as on Windows, and the last one without an end', async () => {
  writeFileSync(path, 'ImageId,Label\r\n1,3\r\n2,4');
  assert.deepEqual(await validateSubmission(path, 2), Uint8Array.of(3, 4));
});

test('an answer that is no digit is not written, and an older file stays', async () => {
  await writeSubmission(path, [1]);
  await assert.rejects(
    writeSubmission(path, [3, 10]),
    new RangeError('writeSubmission: predictions[1] must be an integer in [0, 9], got 10'),
  );
  assert.equal(readFileSync(path, 'utf8'), 'ImageId,Label\n1,1\n');
});

test('a wrong header is named', async () => {
  const expected = 'expected the header "ImageId,Label", found';
  await refused('id,label\n1,3\n', 1, ` line 1: ${expected} "id,label"`);
  await refused('\n1,3\n', 1, ` line 1: ${expected} ""`);
});

test('a wrong row is named with its line', async () => {
  const header = 'ImageId,Label\n';
  const row = (id: number, found: string) => `expected "${id}," and a label from 0 to 9, found "${found}"`;
  await refused(`${header}1,3\n2,10\n`, 2, ` line 3: ${row(2, '2,10')}`);
  await refused(`${header}0,3\n1,4\n`, 2, ` line 2: ${row(1, '0,3')}`);
  await refused(`${header}1,3\n1,4\n`, 2, ` line 3: ${row(2, '1,4')}`);
  await refused(`${header}1,3.0\n`, 1, ` line 2: ${row(1, '1,3.0')}`);
  await refused(`${header}1,\n`, 1, ` line 2: ${row(1, '1,')}`);
  await refused(`${header}1,3\n\n`, 2, ` line 3: ${row(2, '')}`);
});

test('too few rows, too many and none at all are refused', async () => {
  await refused('ImageId,Label\n1,3\n', 3, ': expected 3 rows, found 1');
  await refused('ImageId,Label\n1,3\n2,4\n', 1, ' line 3: expected the end after 1 rows, found "2,4"');
  await refused('ImageId,Label\n', 1, ': expected 1 rows, found 0');
  await refused('', 1, ': expected 1 rows, found an empty file');
});

test('another file by mistake is refused at once', async () => {
  await refused('x'.repeat(2000), 1, ': expected short lines, found one of more than 1000 bytes');
  await assert.rejects(validateSubmission(join(folder, 'none.csv'), 1), {
    name: 'InputError',
    message: `validateSubmission: ${join(folder, 'none.csv')}: expected a file, found no such file`,
  });
  await assert.rejects(
    validateSubmission(path, 0),
    new RangeError('validateSubmission: count must be an integer ≥ 1, got 0'),
  );
});
