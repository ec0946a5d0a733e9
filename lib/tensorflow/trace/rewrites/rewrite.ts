/**
 * Rules that replace what TensorFlow.js calls by what TensorFlow computes faster, with the same result.
 * Flow: recorded node → **rewrite** → Emitter.
 */
import type { RecordedNode } from '../recording';
import { addAsBiasAdd } from './addAsBiasAdd';
import { batchMatMulAsMatMul } from './batchMatMulAsMatMul';
import type { Operation, Rule } from './rule';
import { sumAsBiasAddGrad } from './sumAsBiasAddGrad';
import { withInputType } from './withInputType';

const RULES: readonly Rule[] = [withInputType, batchMatMulAsMatMul, addAsBiasAdd, sumAsBiasAddGrad];

/** The node as the first rule that applies has it, or as it was recorded. */
export function rewrite(node: RecordedNode): Operation {
  for (const rule of RULES) {
    const better = rule(node);
    if (better) return better;
  }
  return node;
}
