/** Hundreds of damaged inputs for each reader; `npm run test:full` tries a hundred thousand. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { nativeMissing, ready } from '../../lib/tensorflow/tf';
import { folderInMemory } from '../temporaryFolder';
import { fuzzCheckpoints } from './checkpoints';
import { fuzzCommandLines } from './commandLines';
import { fuzzCsv } from './csv';
import { fuzzIdx } from './idx';
import { fuzzKeras } from './keras';
import { fuzzModels } from './models';
import type { Outcomes } from './mutate';
import { fuzzPhotos } from './photos';

const folder = folderInMemory();
before(ready);

/** Both outcomes must have come. */
function assertBoth({ accepted, refused }: Outcomes, cases: number): void {
  assert.equal(accepted + refused, cases);
  assert.ok(Math.min(accepted, refused) > cases / 200, `${accepted} accepted, ${refused} refused`);
}

test('damaged CSV files are read as they are, or refused in one line', async () =>
  assertBoth(await fuzzCsv(1000, folder), 1000));

test('damaged IDX files are read as they are, or refused in one line', async () =>
  assertBoth(await fuzzIdx(1000, folder), 1000));

test(
  'damaged photographs are one digit, or refused in one line',
  {
    skip: nativeMissing,
  },
  async () => assertBoth(await fuzzPhotos(1000, folder), 1000),
);

test('damaged models are loaded whole, or refused in one line', async () =>
  assertBoth(await fuzzModels(300, folder), 300));

test('damaged Keras files are loaded whole, or refused in one line', async () =>
  assertBoth(await fuzzKeras(300, folder), 300));

test('damaged checkpoints are read whole, or refused in one line', async () =>
  assertBoth(await fuzzCheckpoints(1000, folder), 1000));

test('command lines of true and false words give help, or one line and exit code 2', async () =>
  assertBoth(await fuzzCommandLines(1000), 1000));
