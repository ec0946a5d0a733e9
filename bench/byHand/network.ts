/**
 * A small CNN out of the layers built by hand: conv 3×3×8, pool, conv 3×3×16, pool, dense 10.
 * Flow: images → **network** → logits; labels → **network** → gradients for Adam.
 */
import { addBias, addBiasGradient } from '../../lib/layers/addBias';
import { conv2dIm2col, conv2dIm2colGradient } from '../../lib/layers/conv2dIm2col';
import { dense, denseGradient } from '../../lib/layers/dense';
import { flatten, flattenGradient } from '../../lib/layers/flatten';
import { glorotUniform, heNormal } from '../../lib/layers/initialisers';
import { maxPool2d, maxPool2dGradient } from '../../lib/layers/maxPool2d';
import { relu, reluGradient } from '../../lib/layers/relu';
import { softmaxCrossEntropy, softmaxCrossEntropyGradient } from '../../lib/layers/softmaxCrossEntropy';
import { createRandom } from '../../lib/random/random';
import { type NdArray, ndarray } from '../../lib/types/ndarray';

const same = { padding: 'same' } as const;

/** Kernel and bias of the two convolutions and the dense layer, in this order. */
export type Weights = readonly [NdArray, NdArray, NdArray, NdArray, NdArray, NdArray];

/** Weights to start from. */
export function initialWeights(seed: number): Weights {
  const random = createRandom(seed);
  return [
    heNormal([3, 3, 1, 8], random),
    ndarray([8]),
    heNormal([3, 3, 8, 16], random),
    ndarray([16]),
    glorotUniform([7 * 7 * 16, 10], random),
    ndarray([10]),
  ];
}

/** Everything that the way forward computes, because the way back needs it. */
function forward([kernel1, bias1, kernel2, bias2, kernel3, bias3]: Weights, images: NdArray) {
  const maps1 = addBias(conv2dIm2col(images, kernel1, same), bias1);
  const active1 = relu(maps1);
  const pooled1 = maxPool2d(active1);
  const maps2 = addBias(conv2dIm2col(pooled1, kernel2, same), bias2);
  const active2 = relu(maps2);
  const pooled2 = maxPool2d(active2);
  const rows = flatten(pooled2);
  return { maps1, active1, pooled1, maps2, active2, pooled2, rows, logits: dense(rows, kernel3, bias3) };
}

/** Ten scores for each image of `[batch, 28, 28, 1]`. */
export function logits(weights: Weights, images: NdArray): NdArray {
  return forward(weights, images).logits;
}

/** The loss of a batch and its gradient for each of the weights: the chain rule, backwards through the layers. */
export function lossAndGradients(
  weights: Weights,
  images: NdArray,
  labels: NdArray,
): { loss: number; gradients: Weights } {
  const [kernel1, , kernel2, , kernel3] = weights;
  const on = forward(weights, images);
  const toLogits = softmaxCrossEntropyGradient(labels, on.logits);
  const toDense = denseGradient(toLogits, on.rows, kernel3);
  const toPooled2 = flattenGradient(toDense.inputs, on.pooled2);
  const toMaps2 = reluGradient(maxPool2dGradient(toPooled2, on.active2), on.maps2);
  const toConv2 = conv2dIm2colGradient(toMaps2, on.pooled1, kernel2, same);
  const toMaps1 = reluGradient(maxPool2dGradient(toConv2.images, on.active1), on.maps1);
  const toConv1 = conv2dIm2colGradient(toMaps1, images, kernel1, same);
  return {
    loss: softmaxCrossEntropy(labels, on.logits),
    gradients: [
      toConv1.kernel,
      addBiasGradient(toMaps1),
      toConv2.kernel,
      addBiasGradient(toMaps2),
      toDense.kernel,
      toDense.bias,
    ],
  };
}
