import assert from 'node:assert/strict';
import { test } from 'node:test';
import { glorotUniform, heNormal, truncatedNormal } from '../../lib/layers/initialisers';
import { createRandom, type Random } from '../../lib/random/random';
import { law, seed } from './arbitraries';
import { assertRefuses, assertSame } from './assertions';

const moments = (data: Float64Array): { mean: number; deviation: number; largest: number } => {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { mean, deviation: Math.sqrt(variance), largest };
};

/** Within 2 %: with 40 000 draws about five standard errors. */
const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual / expected - 1) < 0.02, `expected ${expected}, got ${actual}`);

test('a draw beyond two standard deviations is drawn again', () => {
  const draws = [3, -2.5, 1, -2, 2];
  const random = { normal: () => draws.shift()! } as Random;
  assertSame(truncatedNormal([3], 0.5, random), [3], [0.5, -1, 1]);
});

test('a truncated normal is centred, cut at two deviations and 12 % narrower than before the cut', () => {
  const { mean, deviation, largest } = moments(truncatedNormal([40_000], 0.1, createRandom(1)).data);
  assert.ok(Math.abs(mean) < 0.002);
  near(deviation, 0.08796);
  assert.ok(largest <= 0.2 && largest > 0.19);
});

test('He: the variance after the cut is 2 / fanIn, and a kernel’s fanIn counts its cells', () => {
  near(moments(heNormal([200, 200], createRandom(1)).data).deviation, Math.sqrt(2 / 200));
  near(moments(heNormal([5, 5, 16, 100], createRandom(1)).data).deviation, Math.sqrt(2 / 400));
});

test('Glorot: uniform within ±√(6 / (fanIn + fanOut))', () => {
  for (const [shape, fans] of [
    [[100, 400], 500],
    [[5, 5, 16, 100], 25 * 116],
  ] as const) {
    const { mean, deviation, largest } = moments(glorotUniform(shape, createRandom(1)).data);
    const limit = Math.sqrt(6 / fans);
    assert.ok(Math.abs(mean) < 0.02 * limit);
    near(deviation, limit / Math.sqrt(3));
    assert.ok(largest <= limit && largest > 0.99 * limit);
  }
});

test('law: the same seed gives the same weights, the next one others', () => {
  law(
    seed,
    start => {
      for (const draw of [heNormal, glorotUniform]) {
        assert.deepEqual(draw([3, 4], createRandom(start)), draw([3, 4], createRandom(start)));
        assert.notDeepEqual(draw([3, 4], createRandom(start)), draw([3, 4], createRandom(start + 1)));
      }
    },
    20,
  );
});

test('no weight takes no draw', () => {
  const random = createRandom(1);
  assertSame(truncatedNormal([0, 5], 1, random), [0, 5], []);
  assert.equal(random.uniform(), createRandom(1).uniform());
});

test('a shape that is no kernel’s, and a spread that is none, are refused', () => {
  const random = createRandom(1);
  const expected = 'shape must be [inputs, units] or [kernelHeight, kernelWidth, inChannels, outChannels]';
  assertRefuses(() => heNormal([3], random), `heNormal: ${expected}, got [3]`);
  assertRefuses(() => heNormal([0, 3], random), `heNormal: ${expected}, got [0, 3]`);
  assertRefuses(() => glorotUniform([1, 2, 3], random), `glorotUniform: ${expected}, got [1, 2, 3]`);
  assertRefuses(
    () => truncatedNormal([1], 0, random),
    'truncatedNormal: standardDeviation must be a number > 0, got 0',
  );
  assertRefuses(
    () => truncatedNormal([-1], 1, random),
    'ndarray: shape[0] must be a whole number ≥ 0, got -1',
  );
});
