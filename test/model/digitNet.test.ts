import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readDigits } from '../../lib/data/readDigits';
import { evaluate } from '../../lib/evaluate/evaluate';
import { digitNet } from '../../lib/model/digitNet';
import { ready, tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';
import { digitNetRecipe } from '../../lib/train/recipes';

before(ready);

test('its layers and parameters are those its docstring names', () => {
  const model = digitNet({ seed: 1 });
  const shapes = model.layers.map(layer => (layer.outputShape as number[]).slice(1));
  assert.deepEqual(shapes, [[28, 28, 16], [14, 14, 16], [14, 14, 32], [7, 7, 32], [1568], [128], [10]]);
  const convolutions = 5 * 5 * 1 * 16 + 16 + 3 * 3 * 16 * 32 + 32;
  const dense = 1568 * 128 + 128 + 128 * 10 + 10;
  assert.equal(model.countParams(), convolutions + dense);
  assert.equal(model.countParams(), 207178);
  const activations = model.layers.map(layer => layer.getConfig().activation).filter(Boolean);
  assert.deepEqual(activations, ['relu', 'relu', 'relu', 'linear']);
});

test('the seed decides the initial weights: He and Glorot, each layer its own, biases 0', () => {
  const values = (seed: number) =>
    digitNet({ seed })
      .getWeights()
      .map(weight => weight.dataSync<'float32'>());
  const [one, again, two] = [values(1), values(1), values(2)];
  assert.deepEqual(one, again);
  assert.notDeepEqual(one[0], two[0]);
  assert.notDeepEqual(one[2]!.slice(0, 10), one[4]!.slice(0, 10));
  const spread = (weights: Float32Array) =>
    Math.sqrt(weights.reduce((sum, value) => sum + value ** 2, 0) / weights.length);
  // He's normal distribution is cut off at two standard deviations, which leaves 0.8796 of the spread.
  assert.ok(Math.abs(spread(one[4]!) - 0.8796 * Math.sqrt(2 / 1568)) < 0.0003, `${spread(one[4]!)}`);
  assert.ok(Math.abs(spread(one[6]!) - Math.sqrt(2 / 138)) < 0.01, `${spread(one[6]!)}`);
  for (const bias of [1, 3, 5, 7]) assert.equal(spread(one[bias]!), 0);
});

test('its recipe teaches it the 300 digits of the sample in ten epochs', async () => {
  const sample = await readDigits('data/sample.csv');
  const model = digitNet({ seed: 1 });
  await fit(model, sample, { ...digitNetRecipe, epochs: 10, seed: 1 });
  const { accuracy } = await evaluate(model, sample);
  assert.ok(accuracy > 0.95, `${accuracy}`);
});

test('a seed that is none is refused, and a model that is disposed of leaves no tensor', () => {
  assert.throws(
    () => digitNet({ seed: -1 }),
    new RangeError('digitNet: seed must be an integer ≥ 0, got -1'),
  );
  const { numTensors } = tf.memory();
  digitNet({ seed: 1 }).dispose();
  assert.equal(tf.memory().numTensors, numTensors);
});
