/**
 * What the tests of encode and layers claim about arrays, gradients and refusals.
 * Flow: **assertions** → the tests of encode and layers.
 */
import assert from 'node:assert/strict';
import { gradientCheck } from '../../lib/layers/gradientCheck';
import type { NdArray } from '../../lib/types/ndarray';
import { dot, randomArray } from './arrays';

/** The same shape and the same numbers, to the last bit (0 and −0 are one number). */
export function assertSame(actual: NdArray, shape: readonly number[], data: ArrayLike<number>): void {
  assert.deepEqual(actual.shape, shape);
  assert.deepEqual(
    Array.from(actual.data, value => value + 0),
    Array.from(data, value => value + 0),
  );
}

/** The same numbers, with an error of at most `tolerance` times the largest expected one, or times 1 if all are smaller. */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number = 1e-12,
): void {
  assert.equal(actual.length, expected.length, 'as many numbers');
  const largest = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  for (let index = 0; index < expected.length; index++) {
    const error = Math.abs(actual[index]! - expected[index]!) / largest;
    assert.ok(
      error <= tolerance,
      `[${index}]: expected ${expected[index]}, got ${actual[index]}, error ${error} of the largest`,
    );
  }
}

/** A RangeError with exactly this message. */
export function assertRefuses(act: () => unknown, message: string): void {
  assert.throws(act, { name: 'RangeError', message });
}

/** Finite differences of a loss agree with its gradient, and no kink hides an element from the comparison. */
export function assertLossGradient(loss: (x: NdArray) => number, x: NdArray, gradient: NdArray): void {
  assert.deepEqual(gradient.shape, x.shape);
  const check = gradientCheck(loss, x, gradient);
  assert.deepEqual(check.kinks, []);
  assert.ok(check.maxRelativeError < 1e-6, JSON.stringify(check));
}

/**
 * The same for a layer: its output is weighed with random numbers, and those are the upstream gradient.
 */
export function assertLayerGradient(
  forward: (x: NdArray) => NdArray,
  backward: (upstream: NdArray) => NdArray,
  x: NdArray,
): void {
  const upstream = randomArray(forward(x).shape, 99);
  assertLossGradient(nudged => dot(upstream, forward(nudged)), x, backward(upstream));
}
