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
/** HDF5, in WebAssembly, gives up for good after some ten thousand damaged files; all that follow are then refused. */
const KERAS_CASES = 5000;
/** Megabytes that may be held at the end beyond the start; input is a few kilobytes. */
const GROWTH = 300;
const folder = folderInMemory();
before(ready);

const readers: [string, number, (cases: number) => Promise<Outcomes>, string | undefined][] = [
  ['CSV files', CASES, cases => fuzzCsv(cases, folder), undefined],
  ['IDX files', CASES, cases => fuzzIdx(cases, folder), undefined],
  ['photographs', CASES, cases => fuzzPhotos(cases, folder), nativeMissing],
  ['models', CASES, cases => fuzzModels(cases, folder), undefined],
  ['checkpoints', CASES, cases => fuzzCheckpoints(cases, folder), undefined],
  ['command lines', CASES, fuzzCommandLines, undefined],
  ['Keras files', KERAS_CASES, cases => fuzzKeras(cases, folder), undefined],
];
for (const [name, cases, fuzz, skip] of readers) {
  test(`${cases} damaged ${name}: none crashes, all are judged, memory stays`, { skip }, async () => {
    const before = process.memoryUsage.rss();
    const { accepted, refused } = await fuzz(cases);
    assert.equal(accepted + refused, cases);
    const grown = (process.memoryUsage.rss() - before) / 2 ** 20;
    assert.ok(grown < GROWTH, `${grown.toFixed(0)} MB more than before`);
  });
}
