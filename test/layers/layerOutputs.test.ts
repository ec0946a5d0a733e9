import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerOutputs } from '../../lib/layers/layerOutputs';
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

test('no layers give nothing, and an input that does not fit is refused by its layer', () => {
  assert.deepEqual(layerOutputs([], ndarray([1, 1])), []);
  assertRefuses(
    () => layerOutputs([{ type: 'flatten' }, { type: 'maxPool2d' }], ndarray([1, 4, 4, 1])),
    'maxPool2d: images must be [batch, height, width, channels], got [1, 16]',
  );
});
