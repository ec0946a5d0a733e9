/**
 * A product of two matrices. TensorFlow.js calls the operation for stacks of matrices also for a single one;
 * TensorFlow merges `MatMul` with the bias and the activation after it, `BatchMatMulV2` not.
 * Flow: rewrite → **batchMatMulAsMatMul**.
 */
import type { Rule } from './rewrite';

export const batchMatMulAsMatMul: Rule = ({ op, inputs, attributes }) => {
  if (op !== 'BatchMatMulV2' || inputs.some(({ shape }) => shape.length !== 2)) return undefined;
  const { T, adj_x, adj_y } = attributes;
  return { op: 'MatMul', inputs, attributes: { T: T!, transpose_a: adj_x!, transpose_b: adj_y! } };
};
