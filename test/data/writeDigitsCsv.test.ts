import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDigits } from '../../lib/data/readDigits';
import { writeDigitsCsv } from '../../lib/data/writeDigitsCsv';
import { temporaryFolder } from '../temporaryFolder';
import { makeDigits } from './makeDigits';

const folder = temporaryFolder();

test('the text of a small file, figures of one, two and three digits', async () => {
  const path = join(folder, 'small.csv');
  const images = Uint8Array.of(0, 9, 10, 99, 100, 255, 200, 105);
  const digits = { images, labels: Uint8Array.of(3, 0), count: 2, height: 2, width: 2, classes: 10 };
  await writeDigitsCsv(path, digits);
  assert.equal(
    readFileSync(path, 'utf8'),
    'label,pixel0,pixel1,pixel2,pixel3\n3,0,9,10,99\n0,100,255,200,105\n',
  );
  await writeDigitsCsv(path, { ...digits, labels: new Uint8Array(0) });
  assert.equal(readFileSync(path, 'utf8'), 'pixel0,pixel1,pixel2,pixel3\n0,9,10,99\n100,255,200,105\n');
});

test('what is written is read back the same, of any size', async () => {
  const path = join(folder, 'new folder', 'round.csv');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 999, 1000, 1001, 2500), fc.boolean(), async (count, labelled) => {
      const made = makeDigits(count, { height: 3, width: 2, seed: count });
      const digits = labelled ? made : { ...made, labels: new Uint8Array(0) };
      await writeDigitsCsv(path, digits);
      assert.deepEqual(await readDigits(path, { height: 3, width: 2 }), { ...digits, badRows: [] });
    }),
    { seed: 4, numRuns: 10 },
  );
});

test('an interrupted write leaves the old file and nothing else', async () => {
  const own = join(folder, 'interrupted');
  const path = join(own, 'digits.csv');
  await writeDigitsCsv(path, makeDigits(1));
  const before = readFileSync(path, 'utf8');
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await assert.rejects(writeDigitsCsv(path, makeDigits(5), { signal: stop.signal }), new Error('stopped'));
  assert.equal(readFileSync(path, 'utf8'), before);
  assert.deepEqual(readdirSync(own), ['digits.csv']);
});

test('a place that cannot be written to is the error of the system', async () => {
  const file = join(folder, 'a file');
  writeFileSync(file, '');
  await assert.rejects(writeDigitsCsv(join(file, 'digits.csv'), makeDigits(1)), {
    code: /^(ENOTDIR|EEXIST)$/,
  });
});
