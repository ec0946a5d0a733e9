/**
 * The sigmoid, with its gradient.
 * Flow: dense → **sigmoid** → loss (one neuron), or → dense (hidden layers of old).
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * Any number squeezed into (0, 1), one by one.
 *
 *     sigmoid(x) = 1 / (1 + exp(−x))
 *
 * For negative x the equal form exp(x) / (1 + exp(x)) is used: the exponent is never positive, so nothing overflows.
 *
 * @param x any shape.
 * @returns the same shape, in [0, 1]. NaN stays NaN.
 * @example sigmoid(ndarray([2], [0, -1000])).data // [0.5, 0]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §3.10. Derived in notebooks/03-sigmoid.
 */
export function sigmoid(x: NdArray): NdArray {
  return ndarray(x.shape, x.data.map(sigmoidOf));
}

/**
 * The upstream gradient carried through `sigmoid`.
 *
 *     sigmoid′(x) = sigmoid(x) · (1 − sigmoid(x))
 *
 * It is at most 1/4, and next to 0 for |x| > 10: a saturated neuron hardly learns.
 *
 * @param upstream gradient of the loss with respect to the output, shape of `x`.
 * @param x the input of the forward pass.
 * @returns gradient with respect to `x`.
 * @throws RangeError if the shapes differ.
 * @example sigmoidGradient(ndarray([1], [1]), ndarray([1], [0])).data // [0.25]
 * @see Derived in notebooks/03-sigmoid.
 */
export function sigmoidGradient(upstream: NdArray, x: NdArray): NdArray {
  checkShape('sigmoidGradient', 'upstream', upstream, x.shape);
  return ndarray(
    x.shape,
    x.data.map((value, index) => upstream.data[index]! * sigmoidOf(value) * sigmoidOf(-value)),
  );
}

/** sigmoid of one number. */
function sigmoidOf(value: number): number {
  if (value >= 0) return 1 / (1 + Math.exp(-value));
  const power = Math.exp(value);
  return power / (1 + power);
}
