import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pairedComparison } from '../../lib/evaluate/pairedComparison';
import { law } from '../layers/arbitraries';
import { assertRefuses } from '../layers/assertions';

test('wrong in the first alone, in the second alone, in both', () => {
  const expected = { onlyFirst: 2, onlySecond: 0, both: 1, p: 0.5 };
  assert.deepEqual(pairedComparison([3, 8, 20], [8]), expected);
  assert.deepEqual(pairedComparison([1, 2], [3, 1, 4]), { onlyFirst: 1, onlySecond: 2, both: 1, p: 1 });
});

test('two without a mistake, or with the same ones, are equal', () => {
  assert.deepEqual(pairedComparison([], []), { onlyFirst: 0, onlySecond: 0, both: 0, p: 1 });
  assert.deepEqual(pairedComparison([7, 5], [5, 7]), { onlyFirst: 0, onlySecond: 0, both: 2, p: 1 });
});

test('turned round it says the same of the other, and loses no digit', () => {
  const rows = fc.uniqueArray(fc.nat(60));
  law(fc.tuple(rows, rows), ([first, second]) => {
    const { onlyFirst, onlySecond, both, p } = pairedComparison(first, second);
    assert.deepEqual(pairedComparison(second, first), {
      onlyFirst: onlySecond,
      onlySecond: onlyFirst,
      both,
      p,
    });
    assert.deepEqual([onlyFirst + both, onlySecond + both], [first.length, second.length]);
    assert.equal(onlyFirst + onlySecond + both, new Set([...first, ...second]).size);
  });
});

test('what is no row number, or comes twice, is refused', () => {
  assertRefuses(
    () => pairedComparison([1, 0.5], []),
    'pairedComparison: firstWrong[1] must be an integer ≥ 0, got 0.5',
  );
  assertRefuses(
    () => pairedComparison([], [4, 9, 4]),
    'pairedComparison: secondWrong[2] must come once, got 4 again',
  );
});
