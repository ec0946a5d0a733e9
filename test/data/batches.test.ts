import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { batches } from '../../lib/data/batches';
import { selectDigits } from '../../lib/data/selectDigits';
import type { Digits } from '../../lib/types/digits';
import { makeDigits } from './makeDigits';

const labels = (parts: Iterable<Digits>): number[] => [...parts].flatMap(part => [...part.labels]);

test('five digits in batches of two: the last is short, or dropped when asked', () => {
  const digits = makeDigits(5);
  assert.deepEqual(
    [...batches(digits, { batchSize: 2 })].map(batch => [...batch.labels]),
    [[0, 1], [2, 3], [4]],
  );
  assert.deepEqual(labels(batches(digits, { batchSize: 2, dropLast: true })), [0, 1, 2, 3]);
  assert.deepEqual(labels(batches(digits, { batchSize: 5, dropLast: true })), [0, 1, 2, 3, 4]);
  assert.deepEqual([...batches(digits, { batchSize: 6, dropLast: true })], []);
});

test('every digit comes exactly once, its image with its label, whatever the seed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.nat(),
      (count, batchSize, seed) => {
        const digits = { ...makeDigits(count, { height: 1, width: 2, classes: 256 }) };
        const seen: number[] = [];
        for (const batch of batches(digits, { batchSize, seed })) {
          assert.equal(batch.images.length, 2 * batch.count);
          for (const [row, label] of batch.labels.entries()) {
            seen.push(label);
            assert.deepEqual(
              batch.images.slice(2 * row, 2 * row + 2),
              digits.images.slice(2 * label, 2 * label + 2),
            );
          }
        }
        assert.deepEqual(
          seen.sort((a, b) => a - b),
          [...digits.labels],
        );
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});

test('a seed shuffles, the same seed the same way; without one the order is that of the file', () => {
  const digits = makeDigits(100, { classes: 256 });
  const order = (seed?: number) =>
    labels(batches(digits, seed === undefined ? { batchSize: 7 } : { batchSize: 7, seed }));
  assert.deepEqual(order(), [...digits.labels]);
  assert.deepEqual(order(1), order(1));
  assert.notDeepEqual(order(1), order());
  assert.notDeepEqual(order(1), order(2));
});

test('a batch size that is none is refused', () => {
  const message = 'batches: batchSize must be an integer ≥ 1, got 0';
  assert.throws(() => [...batches(makeDigits(1), { batchSize: 0 })], new RangeError(message));
});

test('rows are selected in the order asked for, also twice', () => {
  const digits = makeDigits(4, { height: 1, width: 1 });
  const chosen = selectDigits(digits, [3, 0, 3]);
  assert.deepEqual([...chosen.labels], [3, 0, 3]);
  assert.deepEqual([...chosen.images], [digits.images[3], digits.images[0], digits.images[3]]);
  assert.equal(selectDigits(digits, []).count, 0);
});

test('a row that is not there is refused', () => {
  for (const row of [4, -1, 0.5]) {
    assert.throws(
      () => selectDigits(makeDigits(4), [0, row]),
      new RangeError(`selectDigits: rows[1] must be an integer in [0, 4), got ${row}`),
    );
  }
});
