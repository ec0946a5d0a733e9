/** One neuron on four numbers, two of them a yes: a classifier of two classes whose first column is 0. */
import { oneHot } from '../../lib/encode/oneHot';
import type { LossSurfaceExplorerOptions } from '../../lib/plot/interactives/lossSurfaceExplorer';
import { ndarray } from '../../lib/types/ndarray';

export const neuron: LossSurfaceExplorerOptions = {
  inputs: ndarray([4, 1], [-1, 0.5, 2, 1]),
  labels: oneHot([0, 1, 1, 0], 2),
  kernel: ndarray([1, 2]),
  bias: ndarray([2]),
  x: { title: 'weight', range: [-6, 6], input: 0, unit: 1 },
  y: { title: 'bias', range: [-6, 6], input: 'bias', unit: 1 },
  learningRate: 2,
};
