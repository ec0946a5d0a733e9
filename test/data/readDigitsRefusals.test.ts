import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { InputError } from '../../lib/check/inputError';
import { readDigits } from '../../lib/data/readDigits';
import { badValues, folder, HEADER, read, refused } from './csvFile';

for (const value of badValues) {
  test(`a pixel that reads ${JSON.stringify(value)} is refused with line and column`, () =>
    refused(
      `${HEADER}\n1,2,3,4,5\n1,2,${value},4,5\n`,
      `readDigits: FILE line 3, column pixel1: expected a whole number from 0 to 255, found ${JSON.stringify(value)}`,
    ));
}

test('a long value is cut at 20 characters in the message', () =>
  refused(
    `${HEADER}\n1,2,3,4,${'9'.repeat(40)}\n`,
    'readDigits: FILE line 2, column pixel3: expected a whole number from 0 to 255, found "99999999999999999999"…',
  ));

test('too few and too many values are counted', async () => {
  await refused(`${HEADER}\n1,2,3,4\n`, 'readDigits: FILE line 2: expected 5 values, found 4');
  await refused(`${HEADER}\n1,2,3,4,5,6\n`, 'readDigits: FILE line 2: expected 5 values, found 6');
  await refused(`${HEADER}\n1,2,3,4,5,\n`, 'readDigits: FILE line 2: expected 5 values, found 6');
  await refused(`${HEADER}\n1;2;3;4;5\n`, 'readDigits: FILE line 2: expected 5 values, found 1');
});

const expected = 'expected the header "label,pixel0,…,pixel3" (5 names)';
test('a header that is not one is refused by its first wrong name', async () => {
  await refused(
    '1,2,3,4,5\n',
    'readDigits: FILE line 1: expected the header "pixel0,pixel1,…,pixel3" (4 names), found "1" in column 1',
  );
  await refused(
    'label,pixel0,pixel2,pixel1,pixel3\n',
    `readDigits: FILE line 1: ${expected}, found "pixel2" in column 3`,
  );
  await refused('label,pixel0,pixel1\n1,2,3\n', `readDigits: FILE line 1: ${expected}, found only 3 names`);
  await refused(`${HEADER},pixel4\n`, `readDigits: FILE line 1: ${expected}, found 6 names`);
});

test('labels that must be there, or must not, are told from the header', async () => {
  const noLabels = 'pixel0,pixel1,pixel2,pixel3\n1,2,3,4\n';
  await refused(noLabels, `readDigits: FILE line 1: ${expected}, found "pixel0" in column 1`, {
    labelled: true,
  });
  await refused(
    `${HEADER}\n1,2,3,4,5\n`,
    'readDigits: FILE line 1: expected the header "pixel0,pixel1,…,pixel3" (4 names), found "label" in column 1',
    { labelled: false },
  );
});

test('files with nothing to read say so', async () => {
  const empty = 'readDigits: FILE: expected a header and rows of digits, found an empty file';
  for (const nothing of ['', '\n', '\uFEFF', '\r\n\r\n']) await refused(nothing, empty);
  await refused(`${HEADER}\n\n`, 'readDigits: FILE: expected rows of digits, found only a header');
  await refused(
    `${HEADER}\nx\ny\n`,
    'readDigits: FILE: expected rows of digits, found 2 bad rows, the first in line 2',
    { onBadRow: 'skip' },
  );
});

test('binary data and endless lines are refused early', async () => {
  await refused(
    Buffer.from([0x89, 0x50, 0, 0, 10]),
    'readDigits: FILE line 1: expected text, found binary data',
  );
  await refused(`${HEADER}\n1,2,3\0,4,5\n`, 'readDigits: FILE line 2: expected text, found binary data');
  await refused(
    'x'.repeat(3_000_000),
    'readDigits: FILE line 1: expected a row of 4 pixels, found a far longer line',
  );
});

test('a gzip file that is cut off or damaged is refused', async () => {
  const rows = Array.from({ length: 1000 }, (_, row) => `1,${row % 256},${(row * row) % 256},3,4`);
  const packed = gzipSync(`${HEADER}\n${rows.join('\n')}\n`);
  const cut = packed.subarray(0, packed.length - 100);
  await refused(cut, 'readDigits: FILE: expected a whole gzip file, found one that ends early');
  const damaged = Buffer.from(packed);
  damaged.fill(0xff, 500, 520);
  await assert.rejects(read(damaged), /expected a whole gzip file, found a damaged one \(Z_\w+_ERROR\)$/);
});

test('a file of bad rows without end is refused, also where bad rows are skipped', async () => {
  const skip = { onBadRow: 'skip' } as const;
  const rows = (bad: number): string => `${HEADER}\n1,2,3,4,5\n${'x\n'.repeat(bad)}`;
  assert.equal((await read(rows(99_999), skip)).badRows.length, 99_999);
  const message = 'readDigits: FILE: expected rows of digits, found 100000 bad rows, the first in line 3';
  await refused(rows(100_000), message, skip);
});

test('a missing file and a folder are refused', async () => {
  const missing = join(folder, 'missing.csv');
  const message = `readDigits: ${missing}: expected a file, found no such file`;
  await assert.rejects(readDigits(missing), new InputError(message));
  await assert.rejects(
    readDigits(folder),
    new InputError(`readDigits: ${folder}: expected a file, found a folder`),
  );
});

test('options out of range are refused', async () => {
  for (const [name, value] of [
    ['classes', 0],
    ['height', 0],
    ['width', 1.5],
    ['maxRows', 0],
  ] as const) {
    await assert.rejects(read(HEADER, { [name]: value }), {
      name: 'RangeError',
      message: new RegExp(`^readDigits: ${name} must be an integer .*, got ${value}$`),
    });
  }
});
