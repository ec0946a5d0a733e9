/** A small network by hand with every kind of layer that learns, and digits' worth of input for it. */
import { outputShape } from '../../../lib/layers/outputShape';
import type { WeightedLayer, WeightedNetwork } from '../../../lib/layers/weightedLayer';
import { createRandom, type Random } from '../../../lib/random/random';
import { type NdArray, ndarray } from '../../../lib/types/ndarray';

const inputShape = [9, 8, 2];
const random = createRandom(7);

export const images: NdArray = normal(random, [4, ...inputShape]);
export const labels: NdArray = ndarray([4, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0]);

const layers: WeightedLayer[] = [
  {
    ...{ type: 'conv2d', filters: 4, kernelSize: [3, 5], padding: 'same' },
    ...{ kernel: normal(random, [3, 5, 2, 4], 0.3), bias: normal(random, [4]) },
  },
  // Before batch normalisation: right after the bias, its gradient would be 0 and nothing to compare.
  { type: 'relu' },
  {
    ...{ type: 'batchNorm', gamma: normal(random, [4], 1, 1), beta: normal(random, [4]) },
    ...{ mean: normal(random, [4]), variance: ndarray([4], [0.5, 1, 2, 3]), epsilon: 0.01 },
  },
  { type: 'maxPool2d', poolSize: 3, strides: 2, padding: 'same' },
  {
    ...{ type: 'conv2d', filters: 5, kernelSize: 2, strides: [1, 2] },
    ...{ kernel: normal(random, [2, 2, 4, 5], 0.3), bias: normal(random, [5]) },
  },
  { type: 'tanh' },
  { type: 'averagePool2d', poolSize: [2, 1], strides: 1, padding: 'same' },
  { type: 'flatten' },
  { type: 'dropout', rate: 0 },
  { type: 'dense', units: 6, kernel: normal(random, [40, 6], 0.3), bias: normal(random, [6]) },
  { type: 'sigmoid' },
  { type: 'dense', units: 3, kernel: normal(random, [6, 3]), bias: normal(random, [3]) },
];

export const network: WeightedNetwork = { inputShape, layers };
if (`${outputShape(layers, inputShape)}` !== '3') throw new Error('the network must end in 3 logits');

function normal(source: Random, shape: number[], spread = 1, centre = 0): NdArray {
  const array = ndarray(shape);
  return ndarray(
    shape,
    array.data.map(() => centre + spread * source.normal()),
  );
}
