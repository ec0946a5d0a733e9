import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { InputError } from '../../lib/check/inputError';
import { type ReadDigitsOptions, readDigits } from '../../lib/data/readDigits';
import { temporaryFolder } from '../temporaryFolder';

const folder = temporaryFolder();
const HEADER = 'label,pixel0,pixel1,pixel2,pixel3';
const size = { height: 2, width: 2 };
let files = 0;

function file(content: string | Buffer, name = `${files++}.csv`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function read(content: string | Buffer, options: ReadDigitsOptions = {}) {
  return readDigits(file(content), { ...size, ...options });
}

/** Checks that reading is refused with exactly this message, `FILE` standing for the path. */
async function refused(content: string | Buffer, message: string, options: ReadDigitsOptions = {}) {
  const path = file(content);
  await assert.rejects(
    readDigits(path, { ...size, ...options }),
    new InputError(message.replace('FILE', path)),
  );
}

test('labels and pixels of a small file', async () => {
  const digits = await read(`${HEADER}\n7,0,1,20,255\n0,9,99,100,0\n`);
  assert.deepEqual(digits, {
    images: Uint8Array.of(0, 1, 20, 255, 9, 99, 100, 0),
    labels: Uint8Array.of(7, 0),
    count: 2,
    height: 2,
    width: 2,
    classes: 10,
    badRows: [],
  });
});

test('a file without labels has labels of length 0', async () => {
  const digits = await read('pixel0,pixel1,pixel2,pixel3\n1,2,3,4\n');
  assert.deepEqual([digits.count, digits.labels.length, [...digits.images]], [1, 0, [1, 2, 3, 4]]);
});

test('the committed sample holds 30 of each digit', async () => {
  const { labels, count } = await readDigits('data/sample.csv');
  assert.equal(count, 300);
  for (let digit = 0; digit < 10; digit++) assert.equal(labels.filter(label => label === digit).length, 30);
});

test('byte-order mark, Windows line ends, blank lines and a missing last line feed change nothing', async () => {
  const plain = await read(`${HEADER}\n1,2,3,4,5\n6,7,8,9,10\n`);
  const variants = [
    `\uFEFF${HEADER}\n1,2,3,4,5\n6,7,8,9,10\n`,
    `${HEADER}\r\n1,2,3,4,5\r\n6,7,8,9,10\r\n`,
    `\n\n${HEADER}\n\n1,2,3,4,5\n\r\n6,7,8,9,10\n\n\n`,
    `${HEADER}\n1,2,3,4,5\n6,7,8,9,10`,
    `\uFEFF${HEADER}\r\n1,2,3,4,5\r\n6,7,8,9,10`,
    `${HEADER}\n1,002,03,4,05\n6,7,8,9,010`,
  ];
  for (const variant of variants) assert.deepEqual(await read(variant), plain, JSON.stringify(variant));
});

test('gzip is recognised by its content, whatever the name', async () => {
  const csv = `${HEADER}\n1,2,3,4,5\n`;
  const plain = await read(csv);
  assert.deepEqual(await readDigits(file(gzipSync(csv), 'packed.csv.gz'), size), plain);
  assert.deepEqual(await readDigits(file(gzipSync(csv), 'packed.csv'), size), plain);
  assert.deepEqual(await readDigits(file(csv, 'plain.csv.gz'), size), plain);
});

test('maxRows stops early, so that what follows is not even looked at', async () => {
  const csv = `${HEADER}\n1,2,3,4,5\n6,7,8,9,10\nrubbish\n`;
  assert.equal((await read(csv, { maxRows: 1 })).count, 1);
  assert.equal((await read(csv, { maxRows: 2 })).count, 2);
});

test('bad rows are left out and reported with their lines when asked', async () => {
  const path = file(`${HEADER}\n1,2,3,4,5\n1,2,3\n\n6,7,8,9,999\n2,2,3,4,5`);
  const digits = await readDigits(path, { ...size, onBadRow: 'skip' });
  assert.deepEqual([...digits.labels], [1, 2]);
  assert.deepEqual([...digits.images], [2, 3, 4, 5, 2, 3, 4, 5]);
  const where = `readDigits: ${path} line`;
  assert.deepEqual(digits.badRows, [
    { line: 3, message: `${where} 3: expected 5 values, found 3` },
    { line: 5, message: `${where} 5, column pixel3: expected a whole number from 0 to 255, found "999"` },
  ]);
});

test('more rows than the size of the file suggests still fit', async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => `${row % 10},0,0,0,${row % 256}`);
  const packed = await read(gzipSync(`${HEADER}\n${rows.join('\n')}\n`));
  assert.equal(packed.count, 5000);
  for (let row = 0; row < 5000; row++) {
    assert.equal(packed.labels[row], row % 10);
    assert.equal(packed.images[4 * row + 3], row % 256);
  }
});

test('a file of several blocks is the same as one of small pieces', async () => {
  const rows = Array.from({ length: 200_000 }, (_, row) => `${row % 10},${row % 256},${(row * 7) % 256},3,4`);
  const { count, images, labels } = await read(`${HEADER}\n${rows.join('\n')}`);
  assert.equal(count, 200_000);
  for (let row = 0; row < count; row++) {
    if (
      labels[row] !== row % 10 ||
      images[4 * row] !== row % 256 ||
      images[4 * row + 1] !== (row * 7) % 256
    ) {
      assert.fail(`row ${row} is wrong`);
    }
  }
});

test('classes decide which labels are right, up to 256 of them', async () => {
  assert.deepEqual([...(await read(`${HEADER}\n255,1,2,3,4\n`, { classes: 256 })).labels], [255]);
  await refused(
    `${HEADER}\n3,1,2,3,4\n`,
    'readDigits: FILE line 2, column label: expected a whole number from 0 to 2, found "3"',
    { classes: 3 },
  );
});

const badValues = [
  '',
  ' 5',
  '5 ',
  '-1',
  '+1',
  '1.0',
  '1e2',
  '0x1',
  '256',
  '999',
  '1000',
  '0000',
  '"1"',
  'abc',
  '١',
];
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

/** The same rules, written the slow and obvious way. */
function readSlowly(text: string): { labels: number[]; images: number[] } | undefined {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(line => line.replace(/\r$/, ''))
    .filter(line => line !== '');
  if (lines.shift() !== HEADER || lines.length === 0) return undefined;
  const rows = lines.map(line => line.split(','));
  const good = rows.every(
    row =>
      row.length === 5 && row.every((cell, column) => /^\d{1,3}$/.test(cell) && +cell <= (column ? 255 : 9)),
  );
  return good
    ? { labels: rows.map(row => +row[0]!), images: rows.flatMap(row => row.slice(1).map(Number)) }
    : undefined;
}

test('files with random changes are read like a slow reader reads them, or refused like it refuses them', async () => {
  const cell = fc.oneof(
    { weight: 9, arbitrary: fc.nat(255).map(String) },
    { weight: 1, arbitrary: fc.constantFrom(...badValues) },
  );
  const row = fc.tuple(fc.nat(9).map(String), cell, cell, cell, cell).map(cells => cells.join(','));
  const csv = fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
    .map(([rows, end]) => [HEADER, ...rows].join(end));
  const change = fc.record({
    at: fc.nat(200),
    drop: fc.nat(2),
    put: fc.constantFrom('', ',', '\n', '\r', '0', '9', 'x'),
  });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(csv, fc.option(change), async (text, mutation) => {
      const at = mutation ? mutation.at % text.length : 0;
      const changed = mutation ? text.slice(0, at) + mutation.put + text.slice(at + mutation.drop) : text;
      const expectation = readSlowly(changed);
      const outcome = await readDigits(file(changed, 'changed.csv'), size).catch((error: Error) => error);
      if (expectation === undefined) {
        assert.ok(
          outcome instanceof InputError,
          `${JSON.stringify(changed)} should be refused, got ${outcome}`,
        );
        return;
      }
      accepted++;
      assert.ok(!(outcome instanceof Error), `${JSON.stringify(changed)} should be read, got ${outcome}`);
      assert.deepEqual([[...outcome.labels], [...outcome.images]], [expectation.labels, expectation.images]);
    }),
    { seed: 3, numRuns: 1000 },
  );
  assert.ok(accepted > 100 && accepted < 900, `both outcomes must be common, ${accepted} of 1000 were read`);
});
