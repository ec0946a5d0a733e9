import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gradientCheck } from '../../lib/layers/gradientCheck';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { law, seed } from './arbitraries';
import { combined, mapped, randomArray } from './arrays';
import { assertRefuses } from './assertions';

/** Σ sin(xᵢ) + x₀ · x₁, whose gradient is known. */
const wave = (x: NdArray): number =>
  x.data.reduce((sum, value) => sum + Math.sin(value), 0) + x.data[0]! * x.data[1]!;
const waveGradient = (x: NdArray): NdArray => {
  const gradient = mapped(x, Math.cos);
  gradient.data[0]! += x.data[1]!;
  gradient.data[1]! += x.data[0]!;
  return gradient;
};
const sum = (x: NdArray): number => x.data.reduce((total, value) => total + value, 0);

test('a right gradient passes, and says what it measured', () => {
  const check = gradientCheck(x => x.data[0]! ** 2, ndarray([1], [3]), ndarray([1], [6]));
  assert.ok(check.maxRelativeError < 1e-9);
  assert.equal(check.worstIndex, 0);
  assert.equal(check.analytic, 6);
  assert.ok(Math.abs(check.numeric - 6) < 1e-8);
  assert.deepEqual(check.kinks, []);
});

test('law: right gradients pass, per element and along directions', () => {
  law(seed, start => {
    const x = randomArray([2, 3], start);
    assert.ok(gradientCheck(wave, x, waveGradient(x)).maxRelativeError < 1e-6);
    assert.ok(gradientCheck(wave, x, waveGradient(x), { directions: 3 }).maxRelativeError < 1e-6);
  });
});

test('law: one element that is wrong by a thousandth is found, with its index', () => {
  law(fc.tuple(seed, fc.nat(5)), ([start, index]) => {
    const x = randomArray([2, 3], start);
    const wrong = waveGradient(x);
    fc.pre(Math.abs(wrong.data[index]!) > 0.01);
    wrong.data[index]! *= 1.001;
    const check = gradientCheck(wave, x, wrong);
    assert.equal(check.worstIndex, index);
    assert.ok(check.maxRelativeError > 9e-4 && check.maxRelativeError < 1.1e-3, `${check.maxRelativeError}`);
    assert.deepEqual(check.kinks, []);
  });
});

test('a wrong sign, a forgotten gradient and one of the wrong size are found along random directions too', () => {
  const x = randomArray([4], 1);
  const right = waveGradient(x);
  for (const factor of [-1, 0, 0.5]) {
    const wrong = mapped(right, value => factor * value);
    assert.ok(gradientCheck(wave, x, wrong, { directions: 5 }).maxRelativeError > 0.1);
  }
});

test('small gradients are held to the same standard', () => {
  const small = (x: NdArray): number => 0.01 * x.data[0]! ** 2;
  const check = gradientCheck(small, ndarray([1], [1]), ndarray([1], [0.02 * 1.01]));
  assert.ok(check.maxRelativeError > 0.009);
});

test('a slope of 0 is no error', () => {
  const flat = gradientCheck(() => 1, ndarray([2], [1, 2]), ndarray([2]));
  assert.equal(flat.maxRelativeError, 0);
  assert.deepEqual(flat.kinks, []);
});

test('a corner is reported as a kink, wherever the nudge meets it', () => {
  for (let part = -0.95; part < 1; part += 0.05) {
    const x = ndarray([2], [part * 1e-5, 1]);
    const check = gradientCheck(
      y => y.data.reduce((total, v) => total + Math.max(0, v), 0),
      x,
      ndarray([2], [part > 0 ? 1 : 0, 1]),
    );
    assert.deepEqual(check.kinks, [0], `${part}`);
    assert.ok(check.maxRelativeError < 1e-6);
  }
});

test('a wrong gradient on a curve is an error and no kink', () => {
  for (const f of [Math.exp, Math.sin, (v: number) => v ** 3, (v: number) => 100 * v * v, (v: number) => v]) {
    const check = gradientCheck(x => f(x.data[0]!), ndarray([1], [0.7]), ndarray([1], [-3]));
    assert.deepEqual(check.kinks, []);
    assert.ok(check.maxRelativeError > 0.5);
  }
});

test('large values do not drown a right gradient in rounding', () => {
  const check = gradientCheck(x => 1e6 + x.data[0]! ** 2, ndarray([1], [1000]), ndarray([1], [2000]));
  assert.ok(check.maxRelativeError < 1e-6, JSON.stringify(check));
});

test('a step can be chosen: a wide one sees the bend of a cube', () => {
  const check = gradientCheck(x => x.data[0]! ** 3, ndarray([1], [1]), ndarray([1], [3]), { step: 0.1 });
  assert.ok(Math.abs(check.numeric - 3.01) < 1e-12);
  assert.deepEqual(check.kinks, []);
});

test('a direction has length 1: along it a slope is measured as steep as it is', () => {
  const { numeric } = gradientCheck(x => 10 * x.data[0]!, ndarray([1], [1]), ndarray([1], [10]), {
    directions: 1,
  });
  assert.ok(Math.abs(Math.abs(numeric) - 10) < 1e-6, `${numeric}`);
});

test('directions are seeded: the same seed measures the same, another one something else', () => {
  const x = randomArray([5], 1);
  const measure = (start?: number) =>
    gradientCheck(wave, x, waveGradient(x), { directions: 1, ...(start && { seed: start }) }).numeric;
  assert.equal(measure(), measure(1));
  assert.notEqual(measure(1), measure(2));
});

test('along directions an input of a million numbers is no problem', () => {
  const x = ndarray([1_000_000]);
  const check = gradientCheck(
    sum,
    x,
    mapped(x, () => 1),
    { directions: 1 },
  );
  assert.ok(check.maxRelativeError < 1e-6);
  assert.equal(check.worstIndex, 0);
});

test('an empty input has nothing to be wrong; the input is not changed', () => {
  assert.deepEqual(gradientCheck(sum, ndarray([0]), ndarray([0])), {
    maxRelativeError: 0,
    worstIndex: -1,
    analytic: 0,
    numeric: 0,
    kinks: [],
  });
  const x = ndarray([2], [1, 2]);
  gradientCheck(sum, x, combined(ndarray([2]), 1, ndarray([2], [1, 1])));
  assert.deepEqual([...x.data], [1, 2]);
});

test('what cannot be compared is refused', () => {
  const x = ndarray([2], [1, 2]);
  assertRefuses(
    () => gradientCheck(sum, x, ndarray([3])),
    'gradientCheck: analytic must have shape [2], got [3]',
  );
  assertRefuses(
    () => gradientCheck(sum, x, ndarray([2], [1, Number.NaN])),
    'gradientCheck: analytic[1] must be finite, got NaN',
  );
  assertRefuses(
    () => gradientCheck(sum, ndarray([1], [Infinity]), ndarray([1])),
    'gradientCheck: x[0] must be finite, got Infinity',
  );
  assertRefuses(
    () => gradientCheck(y => Math.log(y.data[0]!), ndarray([1], [0]), ndarray([1])),
    'gradientCheck: f must be finite near x, got -Infinity',
  );
  assertRefuses(
    () => gradientCheck(sum, x, x, { step: 0 }),
    'gradientCheck: step must be a number > 0, got 0',
  );
  assertRefuses(
    () => gradientCheck(sum, x, x, { directions: 0 }),
    'gradientCheck: directions must be an integer ≥ 1, got 0',
  );
  assertRefuses(
    () => gradientCheck(sum, x, x, { directions: 1, seed: -1 }),
    'createRandom: seed must be an integer ≥ 0, got -1',
  );
});
