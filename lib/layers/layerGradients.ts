/**
 * The chain rule through a chain of layers by hand: the way back of `layerOutputs`.
 * Flow: WeightedLayer[], what went into each, upstream → **layerGradients** → an optimiser, comparison with TensorFlow.
 */
import type { NdArray } from '../types/ndarray';
import { addBiasGradient } from './addBias';
import { averagePool2dGradient } from './averagePool2d';
import { batchNormInferenceGradient } from './batchNormInference';
import { conv2dIm2colGradient } from './conv2dIm2col';
import { denseGradient } from './dense';
import { flattenGradient } from './flatten';
import { maxPool2dGradient } from './maxPool2d';
import { reluGradient } from './relu';
import { sigmoidGradient } from './sigmoid';
import { softmaxGradient } from './softmax';
import { tanhGradient } from './tanh';
import type { WeightedLayer } from './weightedLayer';

/** What a layer answers on the way back. */
export interface LayerGradients {
  /** Of what went into it. */
  readonly inputs: NdArray;
  /** Of its kernel and its bias; empty for layers that have none. */
  readonly weights: readonly NdArray[];
}

/**
 * The gradients of every layer, of its inputs and of its kernel and bias. Each layer is asked with what the layer
 * behind it hands on: backpropagation. As in `layerOutputs`, dropout lets everything pass and batch normalisation
 * has fixed statistics.
 *
 * @param upstream gradient with respect to the last layer's output.
 * @param layers first to last.
 * @param kept what went into each layer, and the last output: `[inputs, ...layerOutputs(layers, inputs)]`.
 * @returns one entry per layer, first to last.
 * @throws RangeError if `kept` has another length, or as the gradient that does not fit.
 * @example layerGradients(ndarray([1, 1], [5]), [{ type: 'relu' }], [ndarray([1, 1], [2]), ndarray([1, 1], [2])])[0].inputs.data // [5]
 * @see Derived in notebooks/08-a-network-by-hand, used in notebooks/10-tensorflow.
 */
export function layerGradients(
  upstream: NdArray,
  layers: readonly WeightedLayer[],
  kept: readonly NdArray[],
): LayerGradients[] {
  if (kept.length !== layers.length + 1) {
    throw new RangeError(
      `layerGradients: kept must have ${layers.length + 1} arrays for ${layers.length} layers, got ${kept.length}`,
    );
  }
  const gradients: LayerGradients[] = [];
  let arriving = upstream;
  for (const [index, layer] of [...layers.entries()].reverse()) {
    const gradient = gradientsOf(layer, kept[index]!, arriving);
    gradients.unshift(gradient);
    arriving = gradient.inputs;
  }
  return gradients;
}

type Gradient = (upstream: NdArray, inputs: NdArray) => NdArray;

const unweighted: Readonly<Record<'flatten' | 'relu' | 'sigmoid' | 'tanh' | 'softmax', Gradient>> = {
  flatten: flattenGradient,
  relu: reluGradient,
  sigmoid: sigmoidGradient,
  tanh: tanhGradient,
  softmax: softmaxGradient,
};

function gradientsOf(layer: WeightedLayer, inputs: NdArray, upstream: NdArray): LayerGradients {
  switch (layer.type) {
    case 'conv2d': {
      const { images, kernel } = conv2dIm2colGradient(upstream, inputs, layer.kernel, layer);
      return { inputs: images, weights: [kernel, addBiasGradient(upstream)] };
    }
    case 'dense': {
      const { inputs: handedOn, kernel, bias } = denseGradient(upstream, inputs, layer.kernel);
      return { inputs: handedOn, weights: [kernel, bias] };
    }
    case 'batchNorm':
      return { inputs: batchNormInferenceGradient(upstream, inputs, layer, layer.epsilon), weights: [] };
    case 'maxPool2d':
      return { inputs: maxPool2dGradient(upstream, inputs, layer), weights: [] };
    case 'averagePool2d':
      return { inputs: averagePool2dGradient(upstream, inputs, layer), weights: [] };
    case 'dropout':
      return { inputs: upstream, weights: [] };
    default:
      return { inputs: unweighted[layer.type](upstream, inputs), weights: [] };
  }
}
