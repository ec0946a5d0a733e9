/**
 * Operations of the fully connected layer.
 * Flow: flatten → **matMul** → **addBias** → activations.
 */
import { addBias as addBiasForward, addBiasGradient } from '../../layers/addBias';
import { flatten as flattenForward, flattenGradient } from '../../layers/flatten';
import { matMul as matMulForward, transpose as transposeForward } from '../../layers/matMul';
import { defineGradient, defineOperation, type GraphNode, type OperationNode } from '../graph';
import { misfit, shapesFit } from '../shape';

/** Rows of a, `[rows, inner]`, against columns of b, `[inner, columns]`. */
export const matMul: (a: GraphNode, b: GraphNode) => OperationNode = defineOperation({
  type: 'matMul',
  shape(node, a, b) {
    if (a.length === 2 && b.length === 2 && shapesFit([a[1]!], [b[0]!])) return [a[0]!, b[1]!];
    throw misfit`${node} cannot multiply ${a} by ${b}: expected [rows, inner] by [inner, columns]`;
  },
  forward: matMulForward,
  gradients: [
    (upstream, _, b) => matMul(upstream, transpose(b)),
    (upstream, a) => matMul(transpose(a), upstream),
  ],
});

/** Rows become columns. */
export const transpose: (matrix: GraphNode) => OperationNode = defineOperation({
  type: 'transpose',
  shape(node, matrix) {
    if (matrix.length === 2) return [...matrix].reverse();
    throw misfit`${node} cannot transpose ${matrix}: expected [rows, columns]`;
  },
  forward: transposeForward,
  gradients: [upstream => transpose(upstream)],
});

/** The bias, `[channels]`, added to each row of x, `[batch, …, channels]`. */
export const addBias: (x: GraphNode, bias: GraphNode) => OperationNode = defineOperation({
  type: 'addBias',
  shape(node, x, bias) {
    if (x.length > 0 && shapesFit(x.slice(-1), bias)) return x;
    throw misfit`${node} cannot add ${bias} to ${x}: expected [channels] to [batch, …, channels]`;
  },
  forward: addBiasForward,
  gradients: [upstream => upstream, upstream => sumOverRows(upstream)],
});

const sumOverRows = defineOperation({
  type: 'addBiasGradient',
  shape: (_, upstream) => upstream.slice(-1),
  forward: addBiasGradient,
});

/** Each example as one row: `[batch, …]` becomes `[batch, size of one example]`. */
export const flatten: (x: GraphNode) => OperationNode = defineOperation({
  type: 'flatten',
  shape(node, x) {
    const [batch, ...sizes] = x;
    if (batch !== undefined && !sizes.includes(null))
      return [batch, sizes.reduce((size, along) => size! * along!, 1)];
    throw misfit`${node} cannot flatten ${x}: expected [batch, …], only the batch open`;
  },
  forward: flattenForward,
  gradients: [defineGradient('flattenGradient', flattenGradient)],
});
