/**
 * Adding one number per channel. As `BiasAdd`, TensorFlow merges it into the convolution or the product before it
 * and saves a pass over the memory.
 * Flow: rewrite → **addAsBiasAdd**.
 */
import { FLOAT32 } from '../types';
import type { Rule } from './rule';

export const addAsBiasAdd: Rule = ({ op, inputs, attributes }) => {
  const [values, bias] = inputs;
  if (op !== 'Add' || values!.type !== FLOAT32) return undefined;
  const perChannel = bias!.shape.length === 1 && bias!.shape[0] === values!.shape.at(-1);
  if (values!.shape.length < 2 || !perChannel) return undefined;
  return { op: 'BiasAdd', inputs, attributes: { T: attributes.T! } };
};
