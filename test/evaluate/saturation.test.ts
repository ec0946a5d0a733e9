import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Curve, saturation } from '../../lib/evaluate/saturation';
import { relu } from '../../lib/layers/relu';
import { sigmoid, sigmoidGradient } from '../../lib/layers/sigmoid';
import { tanh, tanhGradient } from '../../lib/layers/tanh';
import { ndarray } from '../../lib/types/ndarray';

const row = (...values: number[]) => ndarray([values.length], values);

test('by hand: two of four sigmoids are flat', () => {
  assert.equal(saturation(row(0.5, 0.999, 0.001, 0.9), 'sigmoid'), 0.5);
  assert.equal(saturation(row(0.01, 0.0102, 0.9898, 0.99), 'sigmoid'), 0.5);
});

test('scores of ±1000 are flat in every curve, those near 0 in none', () => {
  const [far, near] = [row(1000, -1000), row(0.1, 0.2)];
  assert.deepEqual(
    [sigmoid(far), tanh(far)].map((a, i) => saturation(a, i === 0 ? 'sigmoid' : 'tanh')),
    [1, 1],
  );
  assert.equal(saturation(relu(far), 'relu'), 0.5);
  assert.equal(saturation(sigmoid(near), 'sigmoid') + saturation(tanh(near), 'tanh'), 0);
  assert.equal(saturation(row(1e-30, 0), 'relu'), 0.5);
});

test('it is the share of scores whose gradient, upstream 1, is below 0.01', () => {
  const scores = fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(scores, values => {
      const [z, ones] = [row(...values), row(...values.map(() => 1))];
      const shareBelow = (slopes: Float64Array) =>
        slopes.filter(slope => slope < 0.01).length / values.length;
      // A slope of 0.01 itself may fall on either side, by rounding; no random score hits it.
      assert.equal(saturation(sigmoid(z), 'sigmoid'), shareBelow(sigmoidGradient(ones, z).data));
      assert.equal(saturation(tanh(z), 'tanh'), shareBelow(tanhGradient(ones, z).data));
    }),
    { seed: 12, numRuns: 200 },
  );
});

test('no answers, an answer that is no number, and an unknown curve are refused', () => {
  assert.throws(
    () => saturation(ndarray([0, 3]), 'sigmoid'),
    new RangeError('saturation: answers must not be empty, got 0'),
  );
  assert.throws(
    () => saturation(row(0.5, Number.NaN), 'sigmoid'),
    new RangeError('saturation: answers[1] must be a number, got NaN'),
  );
  assert.throws(
    () => saturation(row(0.5), 'softmax' as Curve),
    new RangeError('saturation: curve must be one of sigmoid, tanh, relu, got softmax'),
  );
});
