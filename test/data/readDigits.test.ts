import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readDigits } from '../../lib/data/readDigits';
import { file, HEADER, read, refused, size } from './csvFile';

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
