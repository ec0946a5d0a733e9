/** A training step's gradients by hand, layer by layer: what TensorFlow's are compared with. */
import { addBiasGradient } from '../../../lib/layers/addBias';
import { averagePool2dGradient } from '../../../lib/layers/averagePool2d';
import { batchNorm, batchNormGradient } from '../../../lib/layers/batchNorm';
import { conv2dGradient } from '../../../lib/layers/conv2d';
import { denseGradient } from '../../../lib/layers/dense';
import { flattenGradient } from '../../../lib/layers/flatten';
import { layerOutputs } from '../../../lib/layers/layerOutputs';
import { maxPool2dGradient } from '../../../lib/layers/maxPool2d';
import { reluGradient } from '../../../lib/layers/relu';
import { sigmoidGradient } from '../../../lib/layers/sigmoid';
import { softmaxCrossEntropyGradient } from '../../../lib/layers/softmaxCrossEntropy';
import { tanhGradient } from '../../../lib/layers/tanh';
import type { WeightedLayer } from '../../../lib/layers/weightedLayer';
import type { NdArray } from '../../../lib/types/ndarray';

/** What goes into each layer while training, where batch normalisation uses the batch's own statistics; the logits last. */
function forward(layers: readonly WeightedLayer[], images: NdArray): NdArray[] {
  const values = [images];
  for (const layer of layers) {
    const input = values.at(-1)!;
    values.push(
      layer.type === 'batchNorm'
        ? batchNorm(input, layer.gamma, layer.beta, layer.epsilon).outputs
        : layerOutputs([layer], input)[0]!,
    );
  }
  return values;
}

interface Backward {
  inputs: NdArray;
  /** Of the layer's trained weights, in TensorFlow.js's order. */
  weights: NdArray[];
}

/** The gradients of the mean cross-entropy with respect to the images, and to each layer's weights. */
export function lossGradients(
  layers: readonly WeightedLayer[],
  images: NdArray,
  labels: NdArray,
): { images: NdArray; weights: NdArray[][] } {
  const values = forward(layers, images);
  let upstream = softmaxCrossEntropyGradient(labels, values.at(-1)!);
  const weights: NdArray[][] = [];
  for (const [index, layer] of [...layers.entries()].reverse()) {
    const back = backward(layer, values[index]!, upstream);
    weights.unshift(back.weights);
    upstream = back.inputs;
  }
  return { images: upstream, weights };
}

function backward(layer: WeightedLayer, inputs: NdArray, upstream: NdArray): Backward {
  switch (layer.type) {
    case 'conv2d': {
      const gradient = conv2dGradient(upstream, inputs, layer.kernel, layer);
      return { inputs: gradient.images, weights: [gradient.kernel, addBiasGradient(upstream)] };
    }
    case 'dense': {
      const gradient = denseGradient(upstream, inputs, layer.kernel);
      return { inputs: gradient.inputs, weights: [gradient.kernel, gradient.bias] };
    }
    case 'batchNorm': {
      const gradient = batchNormGradient(upstream, inputs, layer.gamma, layer.epsilon);
      return { inputs: gradient.inputs, weights: [gradient.gamma, gradient.beta] };
    }
    case 'maxPool2d':
      return { inputs: maxPool2dGradient(upstream, inputs, layer), weights: [] };
    case 'averagePool2d':
      return { inputs: averagePool2dGradient(upstream, inputs, layer), weights: [] };
    case 'flatten':
      return { inputs: flattenGradient(upstream, inputs), weights: [] };
    case 'relu':
      return { inputs: reluGradient(upstream, inputs), weights: [] };
    case 'sigmoid':
      return { inputs: sigmoidGradient(upstream, inputs), weights: [] };
    case 'tanh':
      return { inputs: tanhGradient(upstream, inputs), weights: [] };
    case 'dropout':
      return { inputs: upstream, weights: [] };
    case 'softmax':
      throw new Error('the loss takes logits');
  }
}
