import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mcNemar } from '../../lib/evaluate/mcNemar';
import { law } from '../layers/arbitraries';
import { assertClose, assertRefuses } from '../layers/assertions';

test('five throws that all fall alike have a chance of 2 / 32', () => {
  assert.equal(mcNemar(5, 0), 2 / 32);
  // Four throws, at most one of them heads: (1 + 4) / 16, and as many with at most one tail.
  assertClose([mcNemar(1, 3)], [10 / 16]);
});

test('no difference has no chance against it', () => {
  assert.deepEqual([mcNemar(0, 0), mcNemar(1, 0), mcNemar(7, 7)], [1, 1, 1]);
});

/** `scipy.stats.binomtest(b, b + c, 0.5).pvalue`, SciPy 1.17.1. */
const SCIPY: readonly (readonly [number, number, number])[] = [
  [3, 9, 0.14599609375],
  [10, 25, 0.016673847800120715],
  [40, 62, 0.037066767438560584],
  [500, 520, 0.5519226142149162],
  [1200, 1300, 0.047681865221043444],
];

test("the chance is SciPy's, also where 2ⁿ is no number any more", () => {
  for (const [first, second, p] of SCIPY) {
    assert.ok(
      Math.abs(mcNemar(first, second) / p - 1) < 1e-9,
      `${first}, ${second}: ${mcNemar(first, second)}`,
    );
  }
});

test('it does not matter who is first, and the more uneven, the less likely', () => {
  law(fc.tuple(fc.nat(300), fc.nat(300)), ([first, second]) => {
    const p = mcNemar(first, second);
    assert.equal(mcNemar(second, first), p);
    assert.ok(p > 0 && p <= 1);
    if (first >= second && second > 0) assert.ok(mcNemar(first + 1, second - 1) <= p);
  });
});

test('what is no count is refused', () => {
  assertRefuses(() => mcNemar(-1, 2), 'mcNemar: onlyFirst must be an integer ≥ 0, got -1');
  assertRefuses(() => mcNemar(1, 2.5), 'mcNemar: onlySecond must be an integer ≥ 0, got 2.5');
});
