import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readDigits } from '../../lib/data/readDigits';
import { evaluate } from '../../lib/evaluate/evaluate';
import { type ConvNetOptions, convNet } from '../../lib/model/convNet';
import { ready, tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';

before(ready);

const one: ConvNetOptions = { seed: 1, convolutions: [{ filters: 16, kernelSize: 5, pool: true }] };
const kinds = (options: ConvNetOptions) =>
  convNet(options)
    .layers.slice(1)
    .map(layer => layer.getClassName());
const spread = (weights: Float32Array) =>
  Math.sqrt(weights.reduce((sum, value) => sum + value ** 2, 0) / weights.length);
const weights = (options: ConvNetOptions) =>
  convNet(options)
    .getWeights()
    .map(weight => weight.dataSync<'float32'>());

test('one convolution: its shapes, and its parameters by hand', () => {
  const model = convNet(one);
  const shapes = model.layers.slice(1).map(layer => (layer.outputShape as number[]).slice(1));
  assert.deepEqual(shapes, [[28, 28, 16], [14, 14, 16], [14, 14, 16], [14 * 14 * 16], [10]]);
  assert.equal(model.countParams(), 5 * 5 * 16 + 16 + 14 * 14 * 16 * 10 + 10);
  assert.equal(model.countParams(), 31786);
});

test('everything it knows, in its order: pooling, then batch norm in place of a bias, then ReLU', () => {
  const convolutions = [
    { filters: 4, kernelSize: 3, padding: 'valid', pool: true } as const,
    { filters: 6, kernelSize: 3 },
  ];
  const options = { seed: 1, convolutions, units: 8, batchNorm: true, dropout: 0.5, pixelFactor: 255 };
  const rounds = [
    'Conv2D',
    'MaxPooling2D',
    'BatchNormalization',
    'ReLU',
    'Conv2D',
    'BatchNormalization',
    'ReLU',
  ];
  assert.deepEqual(kinds(options), ['Rescaling', ...rounds, 'Flatten', 'Dense', 'Dropout', 'Dense']);
  const [first, second] = [9 * 4, 9 * 4 * 6]; // no biases
  const norm = 4 * (4 + 6);
  const dense = 13 * 13 * 6 * 8 + 8 + 8 * 10 + 10;
  assert.equal(convNet(options).countParams(), first + second + norm + dense);
});

test('without batch norm, pooling before ReLU answers the same as ReLU before pooling', () => {
  const model = convNet(one);
  const images = tf.randomUniform([3, 28, 28, 1], 0, 1, 'float32', 7);
  const [kernel, bias, dense, denseBias] = model.getWeights() as [
    tf.Tensor4D,
    tf.Tensor1D,
    tf.Tensor2D,
    tf.Tensor1D,
  ];
  const maps = tf.maxPool(
    tf.relu(tf.conv2d(images as tf.Tensor4D, kernel, 1, 'same').add(bias)) as tf.Tensor4D,
    2,
    2,
    'valid',
  );
  const expected = maps.reshape([3, -1]).matMul(dense).add(denseBias).dataSync();
  const actual = (model.predict(images) as tf.Tensor).dataSync();
  for (const [index, value] of expected.entries()) assert.ok(Math.abs(actual[index]! - value) < 1e-4);
});

test('the seed decides the weights: He and Glorot, or one spread for all layers; biases 0', () => {
  const [first, again, other] = [weights(one), weights(one), weights({ ...one, seed: 2 })];
  assert.deepEqual(first, again);
  assert.notDeepEqual(first[0], other[0]);
  // Cut off at two standard deviations, which leaves 0.8796 of the spread; TensorFlow.js does not make up for it.
  assert.ok(Math.abs(spread(first[0]!) - 0.8796 * Math.sqrt(2 / 25)) < 0.02, `${spread(first[0]!)}`);
  assert.ok(Math.abs(spread(first[2]!) - Math.sqrt(2 / 3146)) < 0.001, `${spread(first[2]!)}`);
  const alike = weights({ ...one, initialWeights: 0.1 });
  for (const kernel of [0, 2]) assert.ok(Math.abs(spread(alike[kernel]!) - 0.08796) < 0.006);
  for (const bias of [1, 3]) assert.equal(spread(alike[bias]!), 0);
});

test('pixelFactor gives the layers pixels from 0 to 255', () => {
  const image = tf.ones([1, 28, 28, 1]);
  const plain = (convNet(one).predict(image) as tf.Tensor).dataSync();
  const bytes = (convNet({ ...one, pixelFactor: 255 }).predict(image) as tf.Tensor).dataSync();
  for (const [index, value] of plain.entries()) assert.ok(Math.abs(bytes[index]! / value - 255) < 0.5);
});

test('with batch norm and dropout it is recorded for the session, and learns the 300 digits of the sample', async () => {
  const sample = await readDigits('data/sample.csv');
  const model = convNet({ ...one, batchNorm: true, dropout: 0.2 });
  const { engine } = await fit(model, sample, { epochs: 10, batchSize: 32, learningRate: 0.003, seed: 1 });
  assert.equal(engine, 'session');
  const { accuracy } = await evaluate(model, sample);
  assert.ok(accuracy > 0.95, `${accuracy}`);
});

test('what is out of range is refused, and a model that is disposed of leaves no tensor', () => {
  const refusals: readonly (readonly [Partial<ConvNetOptions>, string])[] = [
    [{ seed: -1 }, 'seed must be an integer ≥ 0, got -1'],
    [{ convolutions: [] }, 'convolutions must hold at least one, got none'],
    [
      { convolutions: [{ filters: 0, kernelSize: 3 }] },
      'convolutions[0].filters must be an integer ≥ 1, got 0',
    ],
    [
      { convolutions: [{ filters: 1, kernelSize: 29 }] },
      'convolutions[0].kernelSize must be an integer in [1, 28], got 29',
    ],
    [
      { convolutions: [{ filters: 1, kernelSize: 3, padding: 'full' as 'same' }] },
      "convolutions[0].padding must be 'same' or 'valid', got 'full'",
    ],
    [
      {
        convolutions: [
          { filters: 1, kernelSize: 20, padding: 'valid' },
          { filters: 1, kernelSize: 10, padding: 'valid' },
        ],
      },
      'convolutions[1] must leave at least 1 × 1 pixels, got kernelSize 10 on 9 × 9',
    ],
    [{ units: 1.5 }, 'units must be an integer ≥ 0, got 1.5'],
    [{ dropout: 1 }, 'dropout must be in [0, 1), got 1'],
    [{ initialWeights: 0 }, 'initialWeights must be a number > 0, got 0'],
    [{ pixelFactor: -1 }, 'pixelFactor must be a number > 0, got -1'],
  ];
  for (const [options, message] of refusals) {
    assert.throws(() => convNet({ ...one, ...options }), new RangeError(`convNet: ${message}`));
  }
  const { numTensors } = tf.memory();
  convNet({ ...one, batchNorm: true }).dispose();
  assert.equal(tf.memory().numTensors, numTensors);
});
