/**
 * Average pooling, with its gradient: the mean of a window.
 * Flow: relu → **averagePool2d** → the next convolution or flatten.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { eachPixel, type PoolingSizes, type PoolOptions, poolingSizes } from './pooling';

/**
 * The mean of the values under each window, channel by channel. Padding does not count: at an edge the mean is
 * taken over fewer values.
 *
 * @param images `[batch, height, width, channels]`.
 * @param options `poolSize` (2), `strides` (the pool size), `padding` ('valid').
 * @returns `[batch, outputHeight, outputWidth, channels]`.
 * @throws RangeError if a 'valid' window does not fit, or an option is out of range.
 * @example averagePool2d(ndarray([1, 2, 2, 1], [1, 7, 3, 5])).data // [4]
 * @see LeCun et al., Gradient-Based Learning Applied to Document Recognition (1998), §II.
 *   Derived in notebooks/07-pooling.
 */
export function averagePool2d(images: NdArray, options: PoolOptions = {}): NdArray {
  const sizes = poolingSizes('averagePool2d', images, options);
  const output = ndarray(sizes.outputShape);
  eachPixel(sizes, (out, pixel) => {
    output.data[out]! += images.data[pixel]!;
  });
  pixelCounts(sizes).forEach((count, out) => {
    output.data[out]! /= count;
  });
  return output;
}

/**
 * The upstream gradient carried through `averagePool2d`: each pixel of a window gets an equal share.
 *
 * @param upstream gradient with respect to the output, `[batch, outputHeight, outputWidth, channels]`.
 * @param images the images of the forward pass; only their shape is used.
 * @param options the options of the forward pass.
 * @returns gradient with respect to `images`.
 * @throws RangeError as `averagePool2d`, or if `upstream` does not have the output's shape.
 * @example averagePool2dGradient(ndarray([1, 1, 1, 1], [8]), ndarray([1, 2, 2, 1])).data // [2, 2, 2, 2]
 * @see Derived in notebooks/07-pooling.
 */
export function averagePool2dGradient(
  upstream: NdArray,
  images: NdArray,
  options: PoolOptions = {},
): NdArray {
  const sizes = poolingSizes('averagePool2dGradient', images, options);
  checkShape('averagePool2dGradient', 'upstream', upstream, sizes.outputShape);
  const counts = pixelCounts(sizes);
  const gradient = ndarray(images.shape);
  eachPixel(sizes, (out, pixel) => {
    gradient.data[pixel]! += upstream.data[out]! / counts[out]!;
  });
  return gradient;
}

/** For each output, how many pixels its window covers. */
function pixelCounts(sizes: PoolingSizes): Int32Array {
  const { batch, vertical, horizontal, channels } = sizes;
  const counts = new Int32Array(batch * vertical.output * horizontal.output * channels);
  eachPixel(sizes, out => {
    counts[out]!++;
  });
  return counts;
}
