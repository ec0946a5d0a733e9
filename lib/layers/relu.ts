/**
 * The rectified linear unit, with its gradient.
 * Flow: conv2d or dense → **relu** → pooling or dense.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * Negative numbers become 0, the others stay, one by one.
 *
 *     relu(x) = max(0, x)
 *
 * @param x any shape.
 * @returns the same shape, ≥ 0. NaN stays NaN.
 * @example relu(ndarray([3], [-2, 0, 5])).data // [0, 0, 5]
 * @see Glorot, Bordes & Bengio, Deep Sparse Rectifier Neural Networks (2011). Derived in notebooks/07-pooling.
 */
export function relu(x: NdArray): NdArray {
  const output = ndarray(x.shape);
  for (let i = 0; i < x.data.length; i++) output.data[i] = Math.max(0, x.data[i]!);
  return output;
}

/**
 * The upstream gradient carried through `relu`: it passes where the input was positive and stops elsewhere.
 * At exactly 0, where the function has a corner, the gradient is taken as 0, as TensorFlow does.
 *
 * @param upstream gradient of the loss with respect to the output, shape of `x`.
 * @param x the input of the forward pass.
 * @returns gradient with respect to `x`.
 * @throws RangeError if the shapes differ.
 * @example reluGradient(ndarray([3], [7, 7, 7]), ndarray([3], [-2, 0, 5])).data // [0, 0, 7]
 * @see Derived in notebooks/07-pooling.
 */
export function reluGradient(upstream: NdArray, x: NdArray): NdArray {
  checkShape('reluGradient', 'upstream', upstream, x.shape);
  const gradient = ndarray(x.shape);
  for (let i = 0; i < x.data.length; i++) if (x.data[i]! > 0) gradient.data[i] = upstream.data[i]!;
  return gradient;
}
