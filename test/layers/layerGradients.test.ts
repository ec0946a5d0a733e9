import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerGradients } from '../../lib/layers/layerGradients';
import { layerOutputs } from '../../lib/layers/layerOutputs';
import type { WeightedLayer } from '../../lib/layers/weightedLayer';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { dot, randomArray } from './arrays';
import { assertLossGradient, assertRefuses, assertSame } from './assertions';

const keptBy = (layers: readonly WeightedLayer[], inputs: NdArray): NdArray[] => [
  inputs,
  ...layerOutputs(layers, inputs),
];

test('every layer is told what the one behind it hands on, worked by hand', () => {
  const layers: WeightedLayer[] = [
    { type: 'dense', units: 2, kernel: ndarray([1, 2], [3, -1]), bias: ndarray([2], [0, 1]) },
    { type: 'relu' },
    { type: 'dense', units: 1, kernel: ndarray([2, 1], [2, 5]), bias: ndarray([1]) },
  ];
  const gradients = layerGradients(ndarray([1, 1], [10]), layers, keptBy(layers, ndarray([1, 1], [4])));
  // Forward: 4 → [12, −3] → [12, 0] → 24. Backward: 10 → [20, 50] → [20, 0] → 60.
  assertSame(gradients[2]!.inputs, [1, 2], [20, 50]);
  assertSame(gradients[2]!.weights[0]!, [2, 1], [120, 0]);
  assertSame(gradients[2]!.weights[1]!, [1], [10]);
  assertSame(gradients[1]!.inputs, [1, 2], [20, 0]);
  assert.deepEqual(gradients[1]!.weights, []);
  assertSame(gradients[0]!.inputs, [1, 1], [60]);
  assertSame(gradients[0]!.weights[0]!, [1, 2], [80, 0]);
  assertSame(gradients[0]!.weights[1]!, [2], [20, 0]);
});

/** Every kind of layer, none with its usual numbers. */
function everyKind(): WeightedLayer[] {
  return [
    {
      ...{ type: 'conv2d', filters: 3, kernelSize: [3, 2], strides: [1, 2], padding: 'same' },
      ...{ kernel: randomArray([3, 2, 2, 3], 1), bias: randomArray([3], 2) },
    },
    {
      ...{ type: 'batchNorm', gamma: randomArray([3], 3), beta: randomArray([3], 4), epsilon: 0.5 },
      ...{ mean: randomArray([3], 5), variance: ndarray([3], [0.5, 1, 2]) },
    },
    { type: 'relu' },
    { type: 'averagePool2d', poolSize: [2, 1], strides: 1, padding: 'same' },
    { type: 'maxPool2d', poolSize: [3, 2], strides: [2, 1] },
    { type: 'tanh' },
    { type: 'dropout', rate: 0.5 },
    { type: 'flatten' },
    { type: 'dense', units: 4, kernel: randomArray([12, 4], 6), bias: randomArray([4], 7) },
    { type: 'sigmoid' },
    { type: 'softmax' },
  ];
}

test('through every kind of layer, the gradients are those of finite differences', () => {
  const layers = everyKind();
  const inputs = randomArray([2, 5, 6, 2], 8);
  const upstream = randomArray([2, 4], 9);
  const loss = (): number => dot(upstream, layerOutputs(layers, inputs).at(-1)!);
  const gradients = layerGradients(upstream, layers, keptBy(layers, inputs));
  const lossWith =
    (place: NdArray) =>
    (nudged: NdArray): number => {
      const before = place.data.slice();
      place.data.set(nudged.data);
      const value = loss();
      place.data.set(before);
      return value;
    };
  assertLossGradient(lossWith(inputs), ndarray(inputs.shape, inputs.data.slice()), gradients[0]!.inputs);
  for (const [index, layer] of layers.entries()) {
    const weights = 'kernel' in layer ? [layer.kernel, layer.bias] : [];
    assert.equal(gradients[index]!.weights.length, weights.length);
    for (const [place, weight] of weights.entries()) {
      const start = ndarray(weight.shape, weight.data.slice());
      assertLossGradient(lossWith(weight), start, gradients[index]!.weights[place]!);
    }
  }
});

test('no layers have no gradients, and nothing is changed', () => {
  assert.deepEqual(layerGradients(ndarray([1, 1], [1]), [], [ndarray([1, 1])]), []);
  const layers = everyKind();
  const upstream = randomArray([2, 4], 9);
  const kept = keptBy(layers, randomArray([2, 5, 6, 2], 8));
  const before = structuredClone({ layers, upstream, kept });
  layerGradients(upstream, layers, kept);
  assert.deepEqual({ layers, upstream, kept }, before);
});

test('what does not belong together is refused', () => {
  const relu: WeightedLayer[] = [{ type: 'relu' }];
  const one = ndarray([1, 1], [1]);
  assertRefuses(
    () => layerGradients(one, relu, [one]),
    'layerGradients: kept must have 2 arrays for 1 layers, got 1',
  );
  assertRefuses(
    () => layerGradients(ndarray([1, 2]), relu, [one, one]),
    'reluGradient: upstream must have shape [1, 1], got [1, 2]',
  );
});
