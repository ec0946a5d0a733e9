/**
 * Weights as PyTorch keeps them, and empty models that wait for them.
 * Flow: **foreign** → transplant.
 */

import type { Random } from '../../../random/random';
import type { tf } from '../../../tensorflow/tf';
import { type NdArray, ndarray } from '../../../types/ndarray';
import { borrowTensorflow } from './borrow';

/** Kernel `[filters, channels, height, width]` or `[units, inputs]`, and bias. */
export type Foreign = readonly { readonly kernel: NdArray; readonly bias: NdArray }[];
/** The layers that the weights belong to, all weights 0; a flatten where a dense layer follows a convolution. */
export function emptyModel(weights: Foreign, inputShape: readonly number[]): tf.LayersModel {
  const { layers, sequential } = borrowTensorflow();
  const model = sequential();
  for (const [index, { kernel }] of weights.entries()) {
    const place = index === 0 ? { inputShape: [...inputShape] } : {};
    const empty = { kernelInitializer: 'zeros', biasInitializer: 'zeros' } as const;
    const [outputs, , height, width] = kernel.shape as [number, number, number, number];
    if (kernel.shape.length === 4) {
      model.add(layers.conv2d({ ...place, ...empty, filters: outputs, kernelSize: [height, width] }));
      continue;
    }
    if (index > 0 && weights[index - 1]!.kernel.shape.length === 4) model.add(layers.flatten());
    model.add(layers.dense({ ...place, ...empty, units: outputs }));
  }
  return model;
}

/** Numbers with a spread of 2, so that cutting them to whole ones leaves something. */
export function normal(random: Random, shape: number[]): NdArray {
  const array = ndarray(shape);
  return ndarray(
    shape,
    array.data.map(() => 2 * random.normal()),
  );
}

export function dense(random: Random, units: number, inputs: number): Foreign[number] {
  return { kernel: normal(random, [units, inputs]), bias: normal(random, [units]) };
}

export function convolution(
  random: Random,
  filters: number,
  channels: number,
  height: number,
  width: number,
): Foreign[number] {
  return { kernel: normal(random, [filters, channels, height, width]), bias: normal(random, [filters]) };
}
