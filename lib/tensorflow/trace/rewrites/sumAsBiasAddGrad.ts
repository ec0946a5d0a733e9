/**
 * The gradient of a bias: the sum over all axes but the last. `BiasAddGrad` knows that the channels lie side by
 * side in memory and needs no general reduction.
 * Flow: rewrite → **sumAsBiasAddGrad**.
 */
import { boolOf } from '../attributes';
import { CONSTANT } from '../recording';
import { FLOAT32 } from '../types';
import type { Rule } from './rule';

const DROPPED = Buffer.from(boolOf(false));

export const sumAsBiasAddGrad: Rule = ({ op, inputs, attributes }) => {
  const [values, axes] = inputs;
  if (op !== 'Sum' || values!.type !== FLOAT32 || axes!.node.op !== CONSTANT) return undefined;
  if (!DROPPED.equals(attributes.keep_dims!)) return undefined;
  const summed = new Set(axes!.node.values as Int32Array);
  const rank = values!.shape.length;
  const allButLast = rank > 1 && summed.size === rank - 1 && !summed.has(rank - 1);
  return allButLast ? { op: 'BiasAddGrad', inputs: [values!], attributes: { T: attributes.T! } } : undefined;
};
