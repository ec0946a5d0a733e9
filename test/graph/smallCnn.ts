/**
 * A small CNN twice: as a graph, and as layers chained by hand.
 * Flow: **smallCnn** → the tests of gradients and gradientDescent.
 */
import { Graph, type OperationNode, type VariableNode } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { addBias, addBiasGradient } from '../../lib/layers/addBias';
import { conv2d, conv2dGradient } from '../../lib/layers/conv2d';
import { dense, denseGradient } from '../../lib/layers/dense';
import { flatten, flattenGradient } from '../../lib/layers/flatten';
import { maxPool2d, maxPool2dGradient } from '../../lib/layers/maxPool2d';
import { relu, reluGradient } from '../../lib/layers/relu';
import { softmaxCrossEntropy, softmaxCrossEntropyGradient } from '../../lib/layers/softmaxCrossEntropy';
import type { NdArray } from '../../lib/types/ndarray';
import { randomArray } from '../layers/arrays';

/** Something for each array of weights: the weights, their variables, or their gradients. */
export type OfWeights<T> = Readonly<
  Record<'kernel1' | 'bias1' | 'kernel2' | 'bias2' | 'kernel3' | 'bias3', T>
>;

const same = { padding: 'same' } as const;

/** Weights for images `[batch, 8, 8, 1]` and three classes. */
export function cnnWeights(seed: number): OfWeights<NdArray> {
  return {
    kernel1: randomArray([3, 3, 1, 2], seed),
    bias1: randomArray([2], seed + 1),
    kernel2: randomArray([3, 3, 2, 3], seed + 2),
    bias2: randomArray([3], seed + 3),
    kernel3: randomArray([12, 3], seed + 4),
    bias3: randomArray([3], seed + 5),
  };
}

/** Convolution, ReLU and pooling, twice; then a dense layer. The placeholders are `images` and `labels`. */
export function cnnGraph(weights: OfWeights<NdArray>): {
  graph: Graph;
  loss: OperationNode;
  variables: OfWeights<VariableNode>;
} {
  const graph = new Graph();
  const variables = {
    kernel1: graph.variable('kernel1', weights.kernel1),
    bias1: graph.variable('bias1', weights.bias1),
    kernel2: graph.variable('kernel2', weights.kernel2),
    bias2: graph.variable('bias2', weights.bias2),
    kernel3: graph.variable('kernel3', weights.kernel3),
    bias3: graph.variable('bias3', weights.bias3),
  };
  const images = graph.placeholder('images', [null, 8, 8, 1]);
  const convolved1 = op.addBias(op.conv2d(images, variables.kernel1, same), variables.bias1);
  const pooled1 = op.maxPool2d(op.relu(convolved1));
  const convolved2 = op.addBias(op.conv2d(pooled1, variables.kernel2, same), variables.bias2);
  const pooled2 = op.maxPool2d(op.relu(convolved2));
  const logits = op.addBias(op.matMul(op.flatten(pooled2), variables.kernel3), variables.bias3);
  const loss = op.softmaxCrossEntropy(graph.placeholder('labels', [null, 3]), logits);
  return { graph, loss, variables };
}

/** The same loss, and its gradients, from the layers' own functions. */
export function cnnByHand(
  weights: OfWeights<NdArray>,
  images: NdArray,
  labels: NdArray,
): { loss: number; gradients: OfWeights<NdArray> } {
  const { kernel1, bias1, kernel2, bias2, kernel3, bias3 } = weights;
  const convolved1 = addBias(conv2d(images, kernel1, same), bias1);
  const active1 = relu(convolved1);
  const pooled1 = maxPool2d(active1);
  const convolved2 = addBias(conv2d(pooled1, kernel2, same), bias2);
  const active2 = relu(convolved2);
  const pooled2 = maxPool2d(active2);
  const rows = flatten(pooled2);
  const logits = dense(rows, kernel3, bias3);

  const last = denseGradient(softmaxCrossEntropyGradient(labels, logits), rows, kernel3);
  const toPooled2 = flattenGradient(last.inputs, pooled2);
  const toConvolved2 = reluGradient(maxPool2dGradient(toPooled2, active2), convolved2);
  const second = conv2dGradient(toConvolved2, pooled1, kernel2, same);
  const toConvolved1 = reluGradient(maxPool2dGradient(second.images, active1), convolved1);
  const first = conv2dGradient(toConvolved1, images, kernel1, same);
  return {
    loss: softmaxCrossEntropy(labels, logits),
    gradients: {
      kernel1: first.kernel,
      bias1: addBiasGradient(toConvolved1),
      kernel2: second.kernel,
      bias2: addBiasGradient(toConvolved2),
      kernel3: last.kernel,
      bias3: last.bias,
    },
  };
}
