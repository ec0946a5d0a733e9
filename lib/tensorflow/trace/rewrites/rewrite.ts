/**
 * Rules that replace what TensorFlow.js calls by what TensorFlow computes faster, with the same result.
 * Flow: recorded node → **rewrite** → Emitter.
 */
import type { Attributes } from '../attributes';
import type { RecordedNode, RecordedTensor } from '../recording';
import { addAsBiasAdd } from './addAsBiasAdd';
import { batchMatMulAsMatMul } from './batchMatMulAsMatMul';
import { sumAsBiasAddGrad } from './sumAsBiasAddGrad';
import { withInputType } from './withInputType';

/** What the graph gets for a recorded node; same outputs in the same order. */
export type Operation = Pick<RecordedNode, 'op'> & {
  readonly inputs: readonly RecordedTensor[];
  readonly attributes: Attributes;
};

/** Gives the better operation, or undefined where the rule does not apply. */
export type Rule = (node: RecordedNode) => Operation | undefined;

const RULES: readonly Rule[] = [withInputType, batchMatMulAsMatMul, addAsBiasAdd, sumAsBiasAddGrad];

/** The node as the first rule that applies has it, or as it was recorded. */
export function rewrite(node: RecordedNode): Operation {
  for (const rule of RULES) {
    const better = rule(node);
    if (better) return better;
  }
  return node;
}
