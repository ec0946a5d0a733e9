import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceNet } from '../../lib/model/referenceNet';
import { ready, tf } from '../../lib/tensorflow/tf';

const weights = (seed: number): Float32Array[] => {
  const model = referenceNet({ seed });
  const values = model.getWeights().map(weight => weight.dataSync<'float32'>());
  model.dispose();
  return values;
};

test('its layers, output and number of parameters are those every speed is quoted on', async () => {
  await ready();
  const model = referenceNet({ seed: 1 });
  const shapes = model.layers.map(layer => (layer.outputShape as number[]).slice(1));
  assert.deepEqual(shapes, [[28, 28, 16], [14, 14, 16], [14, 14, 16], [7, 7, 16], [784], [1024], [10]]);
  const convolutions = 5 * 5 * 1 * 16 + 16 + 5 * 5 * 16 * 16 + 16;
  const dense = 784 * 1024 + 1024 + 1024 * 10 + 10;
  assert.equal(model.countParams(), convolutions + dense);
  assert.equal(model.countParams(), 820922);
  assert.deepEqual(model.layers.map(layer => layer.getConfig().activation).filter(Boolean), [
    'relu',
    'relu',
    'relu',
    'linear',
  ]);
  model.dispose();
});

test('the seed decides the initial weights, and different layers get different ones', () => {
  assert.deepEqual(weights(1), weights(1));
  const [one, two] = [weights(1), weights(2)];
  assert.notDeepEqual(one[0], two[0]);
  assert.notDeepEqual(one[0]!.slice(0, 10), one[2]!.slice(0, 10));
});

test('initial weights have the spread of He and Glorot, biases are 0', () => {
  const values = weights(3);
  const spread = (layer: number) =>
    Math.sqrt(values[layer]!.reduce((sum, value) => sum + value ** 2, 0) / values[layer]!.length);
  // He's normal distribution is cut off at two standard deviations, which leaves 0.8796 of the spread.
  assert.ok(Math.abs(spread(2) - 0.8796 * Math.sqrt(2 / 400)) < 0.002, `conv2 ${spread(2)}`);
  assert.ok(Math.abs(spread(4) - 0.8796 * Math.sqrt(2 / 784)) < 0.001, `dense ${spread(4)}`);
  assert.ok(Math.abs(spread(6) - Math.sqrt(2 / 1034)) < 0.001, `logits ${spread(6)}`);
  for (const bias of [1, 3, 5, 7]) assert.equal(spread(bias), 0);
});

test('a seed that is none is refused', () => {
  assert.throws(
    () => referenceNet({ seed: -1 }),
    new RangeError('referenceNet: seed must be an integer ≥ 0, got -1'),
  );
});

test('a model that is disposed of leaves no tensor', () => {
  const { numTensors } = tf.memory();
  referenceNet({ seed: 1 }).dispose();
  assert.equal(tf.memory().numTensors, numTensors);
});
