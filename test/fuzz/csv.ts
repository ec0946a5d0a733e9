/** Damaged CSV files, plain and gzip, against a reader that does it the slow and obvious way. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readDigits } from '../../lib/data/readDigits';
import { createRandom, type Random } from '../../lib/random/random';
import { HEADER, size } from '../data/csvFile';
import { judge, mutate, type Outcomes } from './mutate';

const header = Buffer.from(`${HEADER}\n`);
const rows = Buffer.from('7,0,255,3,40\r\n0,1,2,3,4\n9,100,20,3,0\n');
const whole = Buffer.concat([header, rows]);
const packed = gzipSync(whole);

/** Anywhere, or only in the rows, or in what a gzip file holds, or in the gzip file itself. */
function damaged(random: Random): Uint8Array {
  const kind = random.integer(4);
  if (kind === 0) return mutate(whole, random);
  if (kind === 1) return mutate(packed, random);
  const bytes = Buffer.concat([header, mutate(rows, random)]);
  return kind === 2 ? bytes : gzipSync(bytes);
}

/** The same rules as readDigits, for images of 2 × 2. */
export function readSlowly(text: string): { labels: number[]; images: number[] } | undefined {
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

/** What is in the file, unpacked if its first two bytes say gzip; undefined if it cannot be unpacked. */
function textOf(bytes: Uint8Array): string | undefined {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return (isGzip ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8');
  } catch {
    return undefined;
  }
}

export async function fuzzCsv(cases: number, folder: string): Promise<Outcomes> {
  const random = createRandom(15);
  const path = join(folder, 'damaged.csv');
  const outcomes = { accepted: 0, refused: 0 };
  for (let index = 0; index < cases; index++) {
    const bytes = damaged(random);
    const text = textOf(bytes);
    const expected = text === undefined ? undefined : readSlowly(text);
    const { refused } = outcomes;
    writeFileSync(path, bytes);
    await judge(
      outcomes,
      'readDigits',
      () => readDigits(path, size),
      ({ labels, images }) => assert.deepEqual({ labels: [...labels], images: [...images] }, expected),
    );
    if (outcomes.refused > refused) assert.equal(expected, undefined, JSON.stringify(text));
  }
  return outcomes;
}
