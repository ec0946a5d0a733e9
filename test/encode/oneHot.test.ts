import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { argMax } from '../../lib/encode/argMax';
import { oneHot } from '../../lib/encode/oneHot';
import { law } from '../layers/arbitraries';
import { rowsOf } from '../layers/arrays';
import { assertRefuses, assertSame } from '../layers/assertions';

const labelled = fc
  .integer({ min: 1, max: 20 })
  .chain(classes =>
    fc.record({ classes: fc.constant(classes), labels: fc.array(fc.integer({ min: 0, max: classes - 1 })) }),
  );

test('a label becomes a row with a single 1 in its column', () => {
  assertSame(
    oneHot([3, 0, 9], 10),
    [3, 10],
    [...[0, 0, 0, 1, 0, 0, 0, 0, 0, 0], ...[1, 0, 0, 0, 0, 0, 0, 0, 0, 0], ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  );
});

test('the labels of a file, bytes, are taken as they are', () => {
  assertSame(oneHot(Uint8Array.of(1), 2), [1, 2], [0, 1]);
});

test('no label makes no row, and one class makes a column of ones', () => {
  assertSame(oneHot([], 10), [0, 10], []);
  assertSame(oneHot([0, 0], 1), [2, 1], [1, 1]);
});

test('law: argMax takes one-hot back to the labels', () => {
  law(labelled, ({ labels, classes }) => {
    assert.deepEqual([...argMax(oneHot(labels, classes))], labels);
  });
});

test('law: any two different classes are equally far apart', () => {
  law(
    labelled,
    ({ labels, classes }) => {
      const rows = rowsOf(oneHot(labels, classes));
      for (const [i, a] of rows.entries())
        for (const [j, b] of rows.entries()) {
          const distance = a.reduce((sum, value, column) => sum + (value - b[column]!) ** 2, 0);
          assert.equal(distance, labels[i] === labels[j] ? 0 : 2);
        }
    },
    50,
  );
});

test('the first label that is no class is refused by its place', () => {
  assertRefuses(() => oneHot([3, 12], 10), 'oneHot: labels[1] must be an integer in [0, 10), got 12');
  assertRefuses(() => oneHot([10], 10), 'oneHot: labels[0] must be an integer in [0, 10), got 10');
  assertRefuses(() => oneHot([-1], 10), 'oneHot: labels[0] must be an integer in [0, 10), got -1');
  assertRefuses(() => oneHot([0.5], 10), 'oneHot: labels[0] must be an integer in [0, 10), got 0.5');
  assertRefuses(() => oneHot([Number.NaN], 2), 'oneHot: labels[0] must be an integer in [0, 2), got NaN');
});

test('a number of classes that is none is refused', () => {
  assertRefuses(() => oneHot([], 0), 'oneHot: classes must be an integer ≥ 1, got 0');
});
