/**
 * A trained network as a list of layers with their weights, run by lib's layers.
 * Flow: images → **runNetwork** → logits → softmax.
 */
import { addBias } from '../../layers/addBias';
import { averagePool2d } from '../../layers/averagePool2d';
import { conv2dIm2col } from '../../layers/conv2dIm2col';
import { dense } from '../../layers/dense';
import { flatten } from '../../layers/flatten';
import { maxPool2d } from '../../layers/maxPool2d';
import type { PoolOptions } from '../../layers/pooling';
import { relu } from '../../layers/relu';
import { sigmoid } from '../../layers/sigmoid';
import type { WindowOptions } from '../../layers/slidingWindow';
import { tanh } from '../../layers/tanh';
import type { NdArray } from '../../types/ndarray';

/** One layer, in Keras' words. `Weights` is the form that kernel and bias are in. */
export type NetworkLayer<Weights = NdArray> =
  | ({ readonly type: 'conv2d'; readonly kernel: Weights; readonly bias: Weights } & WindowOptions)
  | { readonly type: 'dense'; readonly kernel: Weights; readonly bias: Weights }
  | ({ readonly type: 'maxPool2d' | 'averagePool2d' } & PoolOptions)
  | { readonly type: 'flatten' | 'relu' | 'sigmoid' | 'tanh' };

const POOLINGS = { averagePool2d, maxPool2d };
const SIMPLE = { flatten, relu, sigmoid, tanh };

/**
 * The answer of the last layer, which has no activation.
 *
 * @param images `[batch, height, width, channels]`.
 * @returns logits, `[batch, classes]`.
 * @throws RangeError as the layer that does not fit, with its place in front: `caller: layers[2] (dense): …`.
 */
export function runNetwork(caller: string, layers: readonly NetworkLayer[], images: NdArray): NdArray {
  return layers.reduce((inputs, layer, index) => {
    try {
      return runLayer(layer, inputs);
    } catch (error) {
      throw new RangeError(`${caller}: layers[${index}] (${layer.type}): ${(error as Error).message}`, {
        cause: error,
      });
    }
  }, images);
}

function runLayer(layer: NetworkLayer, inputs: NdArray): NdArray {
  switch (layer.type) {
    case 'conv2d':
      return addBias(conv2dIm2col(inputs, layer.kernel, layer), layer.bias);
    case 'dense':
      return dense(inputs, layer.kernel, layer.bias);
    case 'maxPool2d':
    case 'averagePool2d':
      return POOLINGS[layer.type](inputs, layer);
    default:
      return SIMPLE[layer.type](inputs);
  }
}

/** The same layers with their weights in another form. */
export function mapWeights<From, To>(
  layers: readonly NetworkLayer<From>[],
  change: (weights: From) => To,
): readonly NetworkLayer<To>[] {
  return layers.map(layer =>
    'kernel' in layer ? { ...layer, kernel: change(layer.kernel), bias: change(layer.bias) } : layer,
  );
}
