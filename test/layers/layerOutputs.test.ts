import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addBias } from '../../lib/layers/addBias';
import { averagePool2d } from '../../lib/layers/averagePool2d';
import { conv2d } from '../../lib/layers/conv2d';
import { dense } from '../../lib/layers/dense';
import { flatten } from '../../lib/layers/flatten';
import { layerOutputs } from '../../lib/layers/layerOutputs';
import { maxPool2d } from '../../lib/layers/maxPool2d';
import { mapWeights, type NetworkLayer } from '../../lib/layers/networkLayer';
import { sigmoid } from '../../lib/layers/sigmoid';
import { tanh } from '../../lib/layers/tanh';
import type { WeightedLayer } from '../../lib/layers/weightedLayer';
import { ndarray } from '../../lib/types/ndarray';
import { assertClose, assertRefuses } from './assertions';

test('every layer gives its output, worked by hand', () => {
  const layers: WeightedLayer[] = [
    {
      ...{ type: 'conv2d', filters: 1, kernelSize: [1, 2] },
      ...{ kernel: ndarray([1, 2, 1, 1], [-1, 1]), bias: ndarray([1], [0.5]) },
    },
    { type: 'relu' },
    { type: 'maxPool2d', poolSize: [1, 2] },
    { type: 'dropout', rate: 0.9 },
    { type: 'flatten' },
    { type: 'dense', units: 2, kernel: ndarray([1, 2], [2, 0]), bias: ndarray([2], [-3, Math.log(3) + 4]) },
    { type: 'softmax' },
  ];
  const outputs = layerOutputs(layers, ndarray([1, 1, 3, 1], [3, 1, 4]));
  const rows = outputs.map(({ data }) => [...data]);
  assert.deepEqual(rows.slice(0, 5), [[-1.5, 3.5], [0, 3.5], [3.5], [3.5], [3.5]]);
  assertClose(rows[5]!, [4, 4 + Math.log(3)]);
  assertClose(rows[6]!, [0.25, 0.75]);
  assert.deepEqual(outputs[4]!.shape, [1, 1]);
});

test('batch normalisation has its fixed statistics, and the epsilon given or that of Keras', () => {
  const [gamma, beta, mean, variance] = [2, 1, 3, 4].map(value => ndarray([1], [value]));
  const state = { gamma: gamma!, beta: beta!, mean: mean!, variance: variance! };
  const input = ndarray([1, 1], [5]);
  const [given] = layerOutputs([{ type: 'batchNorm', ...state, epsilon: 12 }], input);
  assertClose(given!.data, [2]); // 2 · (5 − 3) / √(4 + 12) + 1
  const [usual] = layerOutputs([{ type: 'batchNorm', ...state }], input);
  assertClose(usual!.data, [1 + 4 / Math.sqrt(4.001)]);
});

test('layers by hand need no more than their weights, and each runs as it does alone', () => {
  const wave = (...shape: number[]) => {
    const size = shape.reduce((product, length) => product * length);
    return ndarray(
      shape,
      Float64Array.from({ length: size }, (_, index) => Math.sin(7 * index)),
    );
  };
  const [images, filters, biases] = [wave(2, 7, 7, 1), wave(3, 3, 1, 2), wave(2)];
  const [kernel, bias] = [wave(2, 3), wave(3)];
  const outputs = layerOutputs(
    [
      { type: 'conv2d', kernel: filters, bias: biases, padding: 'same', strides: 2 },
      { type: 'averagePool2d', poolSize: 3, strides: 1 },
      { type: 'tanh' },
      { type: 'maxPool2d' },
      { type: 'flatten' },
      { type: 'dense', kernel, bias },
      { type: 'sigmoid' },
    ],
    images,
  );
  const convolved = addBias(conv2d(images, filters, { padding: 'same', strides: 2 }), biases);
  const pooled = averagePool2d(convolved, { poolSize: 3, strides: 1 });
  const scores = dense(flatten(maxPool2d(tanh(pooled))), kernel, bias);
  assert.deepEqual(outputs[0]!.shape, [2, 4, 4, 2]);
  assertClose(outputs[1]!.data, pooled.data);
  assertClose(outputs[6]!.data, sigmoid(scores).data);
});

test('weights change their form, by their names, and layers without weights stay as they are', () => {
  const one = ndarray([1]);
  const layers: NetworkLayer[] = [
    { type: 'conv2d', kernel: ndarray([3, 3, 1, 2]), bias: ndarray([2]), strides: 2 },
    { type: 'batchNorm', gamma: one, beta: one, mean: one, variance: one, epsilon: 1 },
    { type: 'relu' },
  ];
  assert.deepEqual(
    mapWeights(layers, ({ data }, name) => `${name} ${data.length}`),
    [
      { type: 'conv2d', kernel: 'kernel 18', bias: 'bias 2', strides: 2 },
      {
        ...{ type: 'batchNorm', epsilon: 1 },
        ...{ gamma: 'gamma 1', beta: 'beta 1', mean: 'mean 1', variance: 'variance 1' },
      },
      { type: 'relu' },
    ],
  );
});

test('no layers give nothing, and an input that does not fit is refused by its layer', () => {
  assert.deepEqual(layerOutputs([], ndarray([1, 1])), []);
  assertRefuses(
    () => layerOutputs([{ type: 'flatten' }, { type: 'maxPool2d' }], ndarray([1, 4, 4, 1])),
    'layerOutputs: layers[1] (maxPool2d): maxPool2d: images must be [batch, height, width, channels], got [1, 16]',
  );
});
