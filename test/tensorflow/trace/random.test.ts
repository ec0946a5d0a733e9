/** Random numbers in a recorded graph: new ones at every step, the same ones from the same seed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import { statelessUniform } from '../../../lib/tensorflow/trace/stateless';
import { traceFunction } from '../../../lib/tensorflow/trace/traceFunction';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { native } from './native';

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
  assert.deepEqual(draw(4), [
    ...statelessUniform([2, 3], { seed: 7, step: tf.scalar(4, 'int32') }).dataSync(),
  ]);
  assert.notDeepEqual(draw(4), draw(5));
  noisy.dispose();
});
