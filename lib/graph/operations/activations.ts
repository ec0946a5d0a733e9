/**
 * Activations: one number in, one number out.
 * Flow: addBias → **relu**, **sigmoid** → the next layer.
 */
import { relu as reluForward, reluGradient } from '../../layers/relu';
import { sigmoid as sigmoidForward, sigmoidGradient } from '../../layers/sigmoid';
import { defineGradient, defineOperation, type GraphNode, type OperationNode } from '../graph';

/** Negative numbers become 0. */
export const relu: (x: GraphNode) => OperationNode = defineOperation({
  type: 'relu',
  shape: (_, x) => x,
  forward: reluForward,
  gradients: [defineGradient('reluGradient', reluGradient)],
});

/** Any number squeezed into (0, 1). */
export const sigmoid: (x: GraphNode) => OperationNode = defineOperation({
  type: 'sigmoid',
  shape: (_, x) => x,
  forward: sigmoidForward,
  gradients: [defineGradient('sigmoidGradient', sigmoidGradient)],
});
