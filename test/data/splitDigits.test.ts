import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitDigits } from '../../lib/data/splitDigits';
import type { Digits } from '../../lib/types/digits';

/** Digits of one pixel, which tells the row they came from. */
function numbered(labels: number[], classes = 10): Digits {
  const images = Uint8Array.from(labels, (_, row) => row);
  return { images, labels: Uint8Array.from(labels), count: labels.length, height: 1, width: 1, classes };
}

const rows = (digits: Digits): number[] => [...digits.images];

test('a fifth of ten digits of two classes is one of each', () => {
  const { train, validation } = splitDigits(numbered([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]), {
    validation: 0.2,
    seed: 1,
  });
  assert.deepEqual([train.count, validation.count], [8, 2]);
  assert.deepEqual([...validation.labels], [0, 1]);
});

const labelLists = fc.array(fc.nat(3), { minLength: 2, maxLength: 200 });
const parts = fc.double({ min: 0.05, max: 0.95, noNaN: true });

test('the parts share no row, have all rows, and keep their order and labels', () => {
  fc.assert(
    fc.property(labelLists, parts, fc.nat(), fc.boolean(), (labels, validation, seed, stratify) => {
      const total = Math.round(labels.length * validation);
      fc.pre(total > 0 && total < labels.length);
      const split = splitDigits(numbered(labels, 4), { validation, seed, stratify });
      assert.equal(split.validation.count, total);
      const both = [...rows(split.train), ...rows(split.validation)];
      assert.deepEqual(
        both.sort((a, b) => a - b),
        labels.map((_, row) => row),
      );
      for (const part of [split.train, split.validation]) {
        assert.deepEqual(
          rows(part),
          rows(part).toSorted((a, b) => a - b),
        );
        assert.deepEqual(
          [...part.labels],
          rows(part).map(row => labels[row]),
        );
        assert.equal(part.count, rows(part).length);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('stratified, every class is held out in proportion, to within one digit', () => {
  fc.assert(
    fc.property(labelLists, parts, fc.nat(), (labels, validation, seed) => {
      const total = Math.round(labels.length * validation);
      fc.pre(total > 0 && total < labels.length);
      const held = splitDigits(numbered(labels, 4), { validation, seed }).validation;
      for (let label = 0; label < 4; label++) {
        const share = (labels.filter(other => other === label).length * total) / labels.length;
        const count = held.labels.filter(other => other === label).length;
        assert.ok(Math.abs(count - share) < 1, `class ${label}: ${count} for a share of ${share}`);
      }
    }),
    { seed: 6, numRuns: 300 },
  );
});

test('the seed decides, and nothing else', () => {
  const digits = numbered(Array.from({ length: 200 }, (_, row) => row % 10));
  const held = (seed: number) => rows(splitDigits(digits, { validation: 0.1, seed }).validation);
  assert.deepEqual(held(1), held(1));
  assert.notDeepEqual(held(1), held(2));
});

test('digits without labels are split too', () => {
  const digits = { ...numbered(new Array<number>(10).fill(0)), labels: new Uint8Array(0) };
  const { train, validation } = splitDigits(digits, { validation: 0.3, seed: 1 });
  assert.deepEqual([train.count, validation.count, validation.labels.length], [7, 3, 0]);
});

test('a part that would be empty is refused', () => {
  const digits = numbered([1, 2, 3]);
  for (const validation of [0.1, 0.9]) {
    assert.throws(
      () => splitDigits(digits, { validation, seed: 1 }),
      new RangeError(
        `splitDigits: validation must leave digits in both parts, got ${validation} of 3 digits`,
      ),
    );
  }
  for (const validation of [0, 1, -0.1, Number.NaN]) {
    assert.throws(
      () => splitDigits(digits, { validation, seed: 1 }),
      new RangeError(`splitDigits: validation must be a number in (0, 1), got ${validation}`),
    );
  }
});
