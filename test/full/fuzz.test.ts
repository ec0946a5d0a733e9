/** A hundred thousand damaged inputs for each reader. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { nativeMissing, ready } from '../../lib/tensorflow/tf';
import { fuzzCheckpoints } from '../fuzz/checkpoints';
import { fuzzCommandLines } from '../fuzz/commandLines';
import { fuzzCsv } from '../fuzz/csv';
import { fuzzIdx } from '../fuzz/idx';
import { fuzzKeras } from '../fuzz/keras';
import { fuzzModels } from '../fuzz/models';
import type { Outcomes } from '../fuzz/mutate';
import { fuzzPhotos } from '../fuzz/photos';
import { folderInMemory } from '../temporaryFolder';

const CASES = 100_000;
/** Megabytes that may be held at the end beyond the start; input is a few kilobytes. */
const GROWTH = 300;
const folder = folderInMemory();
before(ready);

const readers: [string, () => Promise<Outcomes>, string | undefined][] = [
  ['CSV files', () => fuzzCsv(CASES, folder), undefined],
  ['IDX', () => fuzzIdx(CASES, folder), undefined],
  ['photographs', () => fuzzPhotos(CASES, folder), nativeMissing],
  ['models', () => fuzzModels(CASES, folder), undefined],
  ['Keras files', () => fuzzKeras(CASES, folder), undefined],
  ['checkpoints', () => fuzzCheckpoints(CASES, folder), undefined],
  ['command lines', () => fuzzCommandLines(CASES), undefined],
];
for (const [name, fuzz, skip] of readers) {
  test(`${CASES} damaged ${name}: none crashes, all are judged, memory stays`, { skip }, async () => {
    const before = process.memoryUsage.rss();
    const { accepted, refused } = await fuzz();
    assert.equal(accepted + refused, CASES);
    const grown = (process.memoryUsage.rss() - before) / 2 ** 20;
    assert.ok(grown < GROWTH, `${grown.toFixed(0)} MB more than before`);
  });
}
