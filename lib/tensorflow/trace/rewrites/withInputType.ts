/**
 * Operations whose type TensorFlow.js leaves out or takes from before a cast. Run eagerly, TensorFlow goes by the
 * input; a graph must say it.
 * Flow: rewrite → **withInputType**.
 */
import { typeOf } from '../attributes';
import type { Rule } from './rule';

const OPERATIONS = new Set(['ExpandDims', 'Mean']);

export const withInputType: Rule = ({ op, inputs, attributes }) =>
  OPERATIONS.has(op) ? { op, inputs, attributes: { ...attributes, T: typeOf(inputs[0]!.type) } } : undefined;
