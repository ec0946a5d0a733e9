/**
 * Weights from layers by hand to TensorFlow and back: both answer alike.
 * Long: the tests share the networks.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { layerOutputs } from '../../../lib/layers/layerOutputs';
import type { WeightedLayer } from '../../../lib/layers/weightedLayer';
import { digitNet } from '../../../lib/model/digitNet';
import { originNet } from '../../../lib/model/originNet';
import { fromLayers } from '../../../lib/model/transplant/fromLayers';
import { toLayers } from '../../../lib/model/transplant/toLayers';
import { ready, tf } from '../../../lib/tensorflow/tf';
import { type NdArray, ndarray } from '../../../lib/types/ndarray';
import { native } from '../../tensorflow/trace/native';
import { lossGradients } from './backward';
import { images, labels, network } from './smallNetwork';

before(ready);

const toTensor = ({ shape, data }: NdArray): tf.Tensor => tf.tensor(Float32Array.from(data), [...shape]);

/** The largest difference, relative to the largest number of the two. */
function apart(actual: tf.Tensor, expected: NdArray): number {
  assert.deepEqual(actual.shape, expected.shape);
  const numbers = actual.dataSync();
  const scale = Math.max(...expected.data.map(Math.abs), Number.MIN_VALUE);
  return Math.max(...expected.data.map((value, at) => Math.abs(value - numbers[at]!))) / scale;
}

test('after a transplant every layer of TensorFlow gives what the layer by hand gives, within 1e-5', () => {
  const model = toLayers(network);
  assert.equal(model.layers.length, network.layers.length);
  const byHand = layerOutputs(network.layers, images);
  tf.tidy(() => {
    let values = toTensor(images);
    for (const [index, layer] of model.layers.entries()) {
      values = layer.apply(values, { training: false }) as tf.Tensor;
      const difference = apart(values, byHand[index]!);
      assert.ok(difference < 1e-5, `${layer.name}: ${difference}`);
    }
  });
});

// TensorFlow.js's WebAssembly misplaces the gradient of a max pooling window without a positive value, and divides
// that of an average by the whole window at the border too.
test('and every weight of every layer has the same gradient, within 1e-4', native, () => {
  const model = toLayers(network);
  const expected = lossGradients(network.layers, images, labels);
  const onehot = toTensor(labels);
  const loss = (input: tf.Tensor): tf.Scalar =>
    tf.losses.softmaxCrossEntropy(onehot, model.apply(input, { training: true }) as tf.Tensor) as tf.Scalar;
  const { grads } = tf.variableGrads(() => loss(toTensor(images)));
  let compared = 0;
  for (const [index, layer] of model.layers.entries()) {
    for (const [place, weight] of layer.trainableWeights.entries()) {
      const difference = apart(grads[weight.name]!, expected.weights[index]![place]!);
      assert.ok(difference < 1e-4, `${weight.originalName}: ${difference}`);
      compared++;
    }
  }
  assert.equal(compared, 10);
  const difference = apart(tf.grad(loss)(toTensor(images)), expected.images);
  assert.ok(difference < 1e-4, `images: ${difference}`);
});

test('there and back again, layers and weights are the same', () => {
  const back = fromLayers(toLayers(network));
  const single = (layer: WeightedLayer): object =>
    Object.fromEntries(
      Object.entries(layer).map(([name, value]) => [
        name,
        value?.data === undefined ? value : ndarray(value.shape, Float32Array.from(value.data)),
      ]),
    );
  const both = (value: number): number[] => [value, value];
  const written = network.layers.map(layer => {
    if (layer.type === 'conv2d') {
      const { kernelSize, strides = 1, padding = 'valid' } = layer;
      const pairs = { kernelSize, strides, dilations: 1 };
      const sizes = Object.entries(pairs).map(([name, size]) => [name, [size, size].flat().slice(0, 2)]);
      return { ...single(layer), ...Object.fromEntries(sizes), padding };
    }
    if (layer.type === 'maxPool2d') return { ...layer, poolSize: both(3), strides: both(2) };
    return layer.type === 'averagePool2d' ? { ...layer, strides: both(1) } : single(layer);
  });
  assert.deepEqual(back.inputShape, network.inputShape);
  assert.deepEqual(back.layers, written);
});

test('a model comes over with activations as layers of their own, and answers the same', () => {
  const model = digitNet({ seed: 3 });
  const { inputShape, layers } = fromLayers(model);
  assert.deepEqual(inputShape, [28, 28, 1]);
  assert.deepEqual(
    layers.map(({ type }) => type).join(' '),
    'conv2d relu maxPool2d conv2d relu maxPool2d flatten dense relu dense',
  );
  const digits = ndarray(
    [2, 28, 28, 1],
    Float64Array.from({ length: 1568 }, (_, at) => (at % 97) / 96),
  );
  const expected = layerOutputs(layers, digits).at(-1)!;
  tf.tidy(() => {
    const difference = apart(model.apply(toTensor(digits)) as tf.Tensor, expected);
    assert.ok(difference < 1e-5, `${difference}`);
  });
});

test('biases and scales that a model leaves out are 0 and 1', () => {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [2], units: 3, useBias: false }),
      tf.layers.batchNormalization({ scale: false, center: false }),
    ],
  });
  const [dense, norm] = fromLayers(model).layers as [WeightedLayer, WeightedLayer];
  assert.ok(dense.type === 'dense' && norm.type === 'batchNorm');
  assert.deepEqual([...dense.bias.data], [0, 0, 0]);
  assert.deepEqual([...norm.gamma.data, ...norm.beta.data], [1, 1, 1, 0, 0, 0]);
  assert.deepEqual([...norm.mean.data, ...norm.variance.data], [0, 0, 0, 1, 1, 1]);
});

test('numbers by hand stay as they were when the model is trained on', () => {
  const model = tf.sequential({
    layers: [tf.layers.dense({ inputShape: [1], units: 1, kernelInitializer: 'ones' })],
  });
  const [dense] = fromLayers(model).layers as [WeightedLayer];
  model.setWeights([tf.tensor2d([[5]]), tf.tensor1d([5])]);
  assert.ok(dense.type === 'dense');
  assert.deepEqual([...dense.kernel.data], [1]);
});

test('a transplant leaves no tensor but the weights behind', () => {
  const { numTensors } = tf.memory();
  const model = toLayers(network);
  fromLayers(model);
  assert.equal(tf.memory().numTensors - numTensors, model.weights.length);
});

const kernel = ndarray([2, 3]);
const bias = ndarray([3]);
const refusedByToLayers: [string, WeightedLayer, string][] = [
  [
    'a kernel that does not fit the units',
    { type: 'dense', units: 4, kernel, bias },
    'toLayers: layers[0] (dense).kernel must have shape [2, 4], got [2, 3]',
  ],
  [
    'a bias that does not fit the units',
    { type: 'dense', units: 3, kernel, bias: ndarray([2]) },
    'toLayers: layers[0] (dense).bias must have shape [3], got [2]',
  ],
  [
    'a convolution of a row',
    { type: 'conv2d', filters: 3, kernelSize: 1, kernel: ndarray([1, 1, 2, 3]), bias },
    'layers[0] (conv2d): the input must be [height, width, channels], got [2]',
  ],
];
for (const [title, layer, message] of refusedByToLayers) {
  test(`${title} is refused with its layer`, () => {
    assert.throws(() => toLayers({ inputShape: [2], layers: [layer] }), new RangeError(message));
  });
}

function branched(): tf.LayersModel {
  const input = tf.input({ shape: [2] });
  return tf.model({ inputs: input, outputs: tf.layers.add().apply([input, input]) as tf.SymbolicTensor });
}

const refusedByFromLayers: [string, () => tf.LayersModel, string][] = [
  [
    'a layer without counterpart',
    () => originNet({ seed: 1 }),
    'layer pixels must have a counterpart by hand, got Rescaling',
  ],
  [
    'an activation without counterpart',
    () =>
      tf.sequential({
        layers: [tf.layers.dense({ inputShape: [2], units: 1, activation: 'elu', name: 'soft' })],
      }),
    'layer soft must have a counterpart by hand, got Dense with elu',
  ],
  [
    'channels that come first',
    () =>
      tf.sequential({
        layers: [
          tf.layers.maxPooling2d({ inputShape: [2, 4, 4], dataFormat: 'channelsFirst', name: 'first' }),
        ],
      }),
    'layer first must have a counterpart by hand, got MaxPooling2D with channelsFirst',
  ],
  [
    'statistics of another axis',
    () =>
      tf.sequential({
        layers: [tf.layers.batchNormalization({ inputShape: [4, 4, 2], axis: 1, name: 'rows' })],
      }),
    'layer rows must have a counterpart by hand, got BatchNormalization of axis 1',
  ],
  ['a model that is no chain', branched, 'model must be a chain of layers (tf.sequential), got Model'],
];
for (const [title, make, message] of refusedByFromLayers) {
  test(`${title} is refused by name`, () => {
    assert.throws(() => fromLayers(make()), new RangeError(`fromLayers: ${message}`));
  });
}
