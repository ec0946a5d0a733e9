/** Random numbers in a graph: new ones at every step, the same ones from the same seed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import { statelessDropout, statelessNormal, statelessUniform } from '../../../lib/tensorflow/trace/stateless';
import { traceFunction } from '../../../lib/tensorflow/trace/traceFunction';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { native } from './native';

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

/** A network of one dropout layer on ones: its loss is the part that was kept, divided by its mean. */
function dropoutStep(seed: number) {
  const model = tf.sequential({
    layers: [
      tf.layers.dropout({ rate: 0.5, inputShape: [50] }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 1, kernelInitializer: 'ones' }),
    ],
  });
  const traced = traceTrainStep(
    ({ x }) => ({ loss: (model.apply(x, { training: true }) as tf.Tensor).mean() as tf.Scalar }),
    { inputs: { x: { shape: [null, 50] } }, variables: model.weights, optimizer: { name: 'sgd' }, seed },
  );
  const x = new Float32Array(50).fill(1);
  return {
    losses: (count: number) => Array.from({ length: count }, () => traced.run({ x }, 0).loss),
    traced,
  };
}

test(
  'a dropout layer draws anew at every step, repeats by seed, and goes on where a checkpoint was',
  native,
  () => {
    const first = dropoutStep(1);
    const losses = first.losses(6);
    assert.ok(new Set(losses).size >= 4, String(losses)); // Few sums of 50 values are equal by chance.
    assert.deepEqual(dropoutStep(1).losses(6), losses);
    assert.notDeepEqual(dropoutStep(2).losses(6), losses);
    first.traced.assign({ step: Int32Array.of(2) });
    assert.deepEqual(first.losses(4), losses.slice(2));
  },
);

test('two dropout layers of one network have masks of their own', native, () => {
  // With equal masks, 1/2 of the numbers would stay; with masks of their own, 1/4, each multiplied by 4.
  const mean = dropoutStep(5)
    .losses(40)
    .reduce((sum, loss) => sum + loss / 40, 0);
  assert.ok(Math.abs(mean - 50) < 10, String(mean)); // Equal masks: 100.
});

test('a traced function draws by the step it is given', native, () => {
  const noisy = traceFunction(
    ({ x, number }) => ({ y: x.add(statelessUniform(x.shape, { seed: 7, step: number })) }),
    { inputs: { x: { shape: [null, 3] }, number: { shape: [], dtype: 'int32' } } },
  );
  const x = new Float32Array(6);
  const draw = (number: number): number[] => [
    ...noisy.run({ x, number: Int32Array.of(number) }).y.dataSync(),
  ];
  assert.deepEqual(draw(4), [...statelessUniform([2, 3], { seed: 7, step: step(4) }).dataSync()]);
  assert.notDeepEqual(draw(4), draw(5));
  noisy.dispose();
});
