/** Random numbers by seed and step: new ones at every step, the same ones from the same seed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import { statelessDropout, statelessNormal, statelessUniform } from '../../../lib/tensorflow/trace/stateless';

const step = (number: number): tf.Scalar => tf.scalar(number, 'int32');

test('the same seed and step give the same numbers, another of either gives others', () => {
  const draw = (seed: number, number: number): number[] => [
    ...statelessUniform([4], { seed, step: step(number) }).dataSync(),
  ];
  assert.deepEqual(draw(1, 5), draw(1, 5));
  assert.notDeepEqual(draw(1, 5), draw(1, 6));
  assert.notDeepEqual(draw(1, 5), draw(2, 5));
});

test('uniform numbers fill [0, 1), normal ones have mean 0 and deviation 1', () => {
  const uniform = statelessUniform([100_000], { seed: 1, step: step(0) });
  assert.ok(uniform.min().dataSync()[0]! >= 0 && uniform.max().dataSync()[0]! < 1);
  assert.ok(Math.abs(uniform.mean().dataSync()[0]! - 0.5) < 0.005); // 5 standard errors: 0.0046
  const { mean, variance } = tf.moments(statelessNormal([100_000], { seed: 1, step: step(0) }));
  assert.ok(Math.abs(mean.dataSync()[0]!) < 0.016); // 5 standard errors
  assert.ok(Math.abs(variance.dataSync()[0]! - 1) < 0.023);
});

test('dropout sets the right part to 0 and keeps the mean; its gradient is its mask', () => {
  const drop = (x: tf.Tensor): tf.Tensor => statelessDropout(x, 0.25, { seed: 3, step: step(1) });
  const ones = tf.ones([40_000]);
  const dropped = drop(ones);
  const kept = dropped.greater(0).toFloat().mean().dataSync()[0]!;
  assert.ok(Math.abs(kept - 0.75) < 0.011, String(kept)); // 5 standard errors
  assert.deepEqual([...new Set(dropped.dataSync())].sort(), [0, Math.fround(1 / 0.75)]);
  const gradient = tf.grad(x => drop(x).sum())(ones);
  assert.deepEqual(gradient.dataSync(), dropped.dataSync());
  assert.deepEqual(drop(tf.ones([0])).shape, [0]);
  assert.throws(() => statelessDropout(ones, 1, { seed: 1, step: step(0) }), {
    name: 'RangeError',
    message: 'statelessDropout: rate must be in [0, 1), got 1',
  });
});
