import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { lenet } from '../../lib/model/lenet';
import { ready, tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';
import { halves } from '../data/makeDigits';

before(ready);

test('its layers and parameters are those of LeNet-5', () => {
  const model = lenet({ seed: 1 });
  const shapes = model.layers.map(layer => (layer.outputShape as number[]).slice(1));
  assert.deepEqual(shapes, [[28, 28, 6], [14, 14, 6], [10, 10, 16], [5, 5, 16], [400], [120], [84], [10]]);
  const convolutions = 5 * 5 * 1 * 6 + 6 + 5 * 5 * 6 * 16 + 16;
  const dense = 400 * 120 + 120 + 120 * 84 + 84 + 84 * 10 + 10;
  assert.equal(model.countParams(), convolutions + dense);
  assert.equal(model.countParams(), 61706);
  const activations = model.layers.map(layer => layer.getConfig().activation).filter(Boolean);
  assert.deepEqual(activations, ['tanh', 'tanh', 'tanh', 'tanh', 'linear']);
});

test('`same` padding of the first layer is the frame of 2 pixels that makes 28 × 28 the 32 × 32 of the paper', () => {
  const model = lenet({ seed: 1 });
  const image = tf.randomUniform([1, 28, 28, 1], 0, 1, 'float32', 1) as tf.Tensor4D;
  const [kernel] = model.getWeights() as [tf.Tensor4D];
  const frame: [number, number] = [2, 2];
  const padded: tf.Tensor4D = image.pad([[0, 0], frame, frame, [0, 0]]);
  const framed = tf.conv2d(padded, kernel, 1, 'valid').tanh();
  const first = model.layers[0]!.apply(image) as tf.Tensor;
  assert.ok(first.sub(framed).abs().max().dataSync()[0]! < 1e-6);
});

test('the seed decides the initial weights: Glorot, each layer its own, biases 0', () => {
  const values = (seed: number) =>
    lenet({ seed })
      .getWeights()
      .map(weight => weight.dataSync<'float32'>());
  const [one, again, two] = [values(1), values(1), values(2)];
  assert.deepEqual(one, again);
  assert.notDeepEqual(one[0], two[0]);
  assert.notDeepEqual(one[4]!.slice(0, 10), one[6]!.slice(0, 10));
  const largest = (weights: Float32Array) => Math.max(...weights.map(Math.abs));
  const limit = Math.sqrt(6 / (400 + 120));
  assert.ok(largest(one[4]!) <= limit && largest(one[4]!) > 0.99 * limit);
  for (const bias of [1, 3, 5, 7, 9]) assert.equal(largest(one[bias]!), 0);
});

test('it learns to tell upper halves from lower ones', async () => {
  const { epochs } = await fit(lenet({ seed: 1 }), halves(64), { epochs: 5, batchSize: 8, seed: 1 });
  assert.ok(epochs[4]!.loss < 0.05, `${epochs[4]!.loss}`);
});

test('a seed that is none is refused', () => {
  assert.throws(() => lenet({ seed: 0.5 }), new RangeError('lenet: seed must be an integer ≥ 0, got 0.5'));
});
