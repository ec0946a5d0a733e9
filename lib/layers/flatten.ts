/**
 * From maps to a row of numbers, and back.
 * Flow: pooling → **flatten** → dense.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * Each example as one row; the numbers stay where they are.
 *
 * @param inputs `[batch, …]`, at least one axis.
 * @returns `[batch, size of one example]`, sharing the memory of `inputs`.
 * @throws RangeError if `inputs` has no axis.
 * @example flatten(ndarray([2, 7, 7, 16])).shape // [2, 784]
 * @see Derived in notebooks/08-a-network-by-hand.
 */
export function flatten(inputs: NdArray): NdArray {
  const [batch, ...rest] = inputs.shape;
  if (batch === undefined) throw new RangeError('flatten: inputs must be [batch, …], got []');
  return ndarray([batch, rest.reduce((product, size) => product * size, 1)], inputs.data);
}

/**
 * The upstream gradient carried through `flatten`: the same numbers in the shape of the inputs.
 *
 * @param upstream gradient with respect to the output, `[batch, size of one example]`.
 * @param inputs the inputs of the forward pass; only their shape is used.
 * @returns gradient with respect to `inputs`, sharing the memory of `upstream`.
 * @throws RangeError if `upstream` does not have the output's shape.
 * @example flattenGradient(ndarray([2, 784]), ndarray([2, 7, 7, 16])).shape // [2, 7, 7, 16]
 * @see Derived in notebooks/08-a-network-by-hand.
 */
export function flattenGradient(upstream: NdArray, inputs: NdArray): NdArray {
  checkShape('flattenGradient', 'upstream', upstream, flatten(inputs).shape);
  return ndarray(inputs.shape, upstream.data);
}
