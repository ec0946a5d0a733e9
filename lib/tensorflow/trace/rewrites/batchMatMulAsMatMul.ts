/**
 * A product of two matrices. TensorFlow.js calls the operation for stacks of matrices also for a single one;
 * TensorFlow merges `MatMul` with the bias and the activation after it, `BatchMatMulV2` not.
 * Flow: rewrite → **batchMatMulAsMatMul**.
 *
 * Stacks of one matrix, which TensorFlow.js makes where it has a fused kernel (the logits of a step, all dense layers of
 * a function), stay stacks. Turned into matrices while recording they gain nothing that can be measured: 0.985 and 0.995
 * of a step's processor time for `digitNet` and `referenceNet`, 0.998 and 0.987 for asking 500 images.
 */
import type { Rule } from './rule';

export const batchMatMulAsMatMul: Rule = ({ op, inputs, attributes }) => {
  if (op !== 'BatchMatMulV2' || inputs.some(({ shape }) => shape.length !== 2)) return undefined;
  const { T, adj_x, adj_y } = attributes;
  return { op: 'MatMul', inputs, attributes: { T: T!, transpose_a: adj_x!, transpose_b: adj_y! } };
};
