/**
 * The hyperbolic tangent, with its gradient: a sigmoid centred on 0.
 * Flow: dense → **tanh** → dense.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * Any number squeezed into (−1, 1), one by one.
 *
 *     tanh(x) = (exp(x) − exp(−x)) / (exp(x) + exp(−x)) = 2 · sigmoid(2x) − 1
 *
 * @param x any shape.
 * @returns the same shape, in [−1, 1]. NaN stays NaN.
 * @example tanh(ndarray([2], [0, 1000])).data // [0, 1]
 * @see LeCun et al., Efficient BackProp (1998), §4.4. Derived in notebooks/03-sigmoid.
 */
export function tanh(x: NdArray): NdArray {
  return ndarray(x.shape, x.data.map(Math.tanh));
}

/**
 * The upstream gradient carried through `tanh`.
 *
 *     tanh′(x) = 1 − tanh(x)²
 *
 * @param upstream gradient of the loss with respect to the output, shape of `x`.
 * @param x the input of the forward pass.
 * @returns gradient with respect to `x`.
 * @throws RangeError if the shapes differ.
 * @example tanhGradient(ndarray([1], [3]), ndarray([1], [0])).data // [3]
 * @see Derived in notebooks/03-sigmoid.
 */
export function tanhGradient(upstream: NdArray, x: NdArray): NdArray {
  checkShape('tanhGradient', 'upstream', upstream, x.shape);
  return ndarray(
    x.shape,
    x.data.map((value, index) => upstream.data[index]! * (1 - Math.tanh(value) ** 2)),
  );
}
