/**
 * Runs a trained chain of layers by hand: what a network answers, and everything on the way there.
 * Flow: NetworkLayer[], images → **layerOutputs** → comparison with TensorFlow, the drawing pad.
 */
import type { NdArray } from '../types/ndarray';
import { addBias } from './addBias';
import { averagePool2d } from './averagePool2d';
import { batchNormInference } from './batchNormInference';
import { conv2dIm2col } from './conv2dIm2col';
import { dense } from './dense';
import { flatten } from './flatten';
import { maxPool2d } from './maxPool2d';
import type { NetworkLayer } from './networkLayer';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { softmax } from './softmax';
import { tanh } from './tanh';

/**
 * The output of every layer in use: dropout lets everything pass, batch normalisation has fixed statistics.
 *
 * @param layers first to last.
 * @param inputs `[batch, …]`, as the first layer takes them.
 * @returns one array per layer, first to last.
 * @throws RangeError as the layer whose input does not fit, with its place in front.
 * @example layerOutputs([{ type: 'relu' }, { type: 'flatten' }], ndarray([1, 2, 1], [-1, 2])).at(-1)!.data // [0, 2]
 * @see Used in notebooks/10-tensorflow.
 */
export function layerOutputs(layers: readonly NetworkLayer[], inputs: NdArray): NdArray[] {
  return outputsFor('layerOutputs', layers, inputs);
}

/** The same, under another name in its errors: `caller: layers[2] (dense): …`. */
export function outputsFor(caller: string, layers: readonly NetworkLayer[], inputs: NdArray): NdArray[] {
  const outputs: NdArray[] = [];
  for (const [index, layer] of layers.entries()) {
    try {
      outputs.push(output(layer, outputs.at(-1) ?? inputs));
    } catch (error) {
      throw new RangeError(`${caller}: layers[${index}] (${layer.type}): ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
  return outputs;
}

const unweighted: Readonly<
  Record<'flatten' | 'relu' | 'sigmoid' | 'tanh' | 'softmax', (x: NdArray) => NdArray>
> = { flatten, relu, sigmoid, tanh, softmax };

function output(layer: NetworkLayer, inputs: NdArray): NdArray {
  switch (layer.type) {
    case 'conv2d':
      return addBias(conv2dIm2col(inputs, layer.kernel, layer), layer.bias);
    case 'dense':
      return dense(inputs, layer.kernel, layer.bias);
    case 'batchNorm':
      return batchNormInference(inputs, layer, layer.epsilon);
    case 'maxPool2d':
      return maxPool2d(inputs, layer);
    case 'averagePool2d':
      return averagePool2d(inputs, layer);
    case 'dropout':
      return inputs;
    default:
      return unweighted[layer.type](inputs);
  }
}
