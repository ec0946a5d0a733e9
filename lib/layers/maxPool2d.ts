/**
 * Max pooling, with its gradient: the strongest answer in a window, wherever it stood.
 * Flow: relu → **maxPool2d** → the next convolution or flatten.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { eachPixel, type PoolingSizes, type PoolOptions, poolingSizes } from './pooling';

/**
 * The largest value under each window, channel by channel.
 *
 * @param images `[batch, height, width, channels]`.
 * @param options `poolSize` (2), `strides` (the pool size), `padding` ('valid'; padding never wins).
 * @returns `[batch, outputHeight, outputWidth, channels]`.
 * @throws RangeError if a 'valid' window does not fit, or an option is out of range.
 * @example maxPool2d(ndarray([1, 2, 2, 1], [1, 7, 3, 5])).data // [7]
 * @see Scherer, Müller & Behnke, Evaluation of Pooling Operations (2010). Derived in notebooks/07-pooling.
 */
export function maxPool2d(images: NdArray, options: PoolOptions = {}): NdArray {
  const sizes = poolingSizes('maxPool2d', images, options);
  const output = ndarray(sizes.outputShape);
  winners(sizes, images).forEach((pixel, out) => {
    output.data[out] = images.data[pixel]!;
  });
  return output;
}

/**
 * The upstream gradient carried through `maxPool2d`: it goes to the winner of each window, and to the first one
 * in reading order when several are equally large, as TensorFlow has it.
 *
 * @param upstream gradient with respect to the output, `[batch, outputHeight, outputWidth, channels]`.
 * @param images the images of the forward pass.
 * @param options the options of the forward pass.
 * @returns gradient with respect to `images`.
 * @throws RangeError as `maxPool2d`, or if `upstream` does not have the output's shape.
 * @example maxPool2dGradient(ndarray([1, 1, 1, 1], [5]), ndarray([1, 2, 2, 1], [1, 7, 7, 5])).data // [0, 5, 0, 0]
 * @see Derived in notebooks/07-pooling.
 */
export function maxPool2dGradient(upstream: NdArray, images: NdArray, options: PoolOptions = {}): NdArray {
  const sizes = poolingSizes('maxPool2dGradient', images, options);
  checkShape('maxPool2dGradient', 'upstream', upstream, sizes.outputShape);
  const gradient = ndarray(images.shape);
  winners(sizes, images).forEach((pixel, out) => {
    gradient.data[pixel]! += upstream.data[out]!;
  });
  return gradient;
}

/** For each output, the place of the first largest pixel under its window. */
function winners(sizes: PoolingSizes, images: NdArray): Int32Array {
  const { batch, vertical, horizontal, channels } = sizes;
  const places = new Int32Array(batch * vertical.output * horizontal.output * channels).fill(-1);
  eachPixel(sizes, (out, pixel) => {
    const best = places[out]!;
    if (best < 0 || images.data[pixel]! > images.data[best]!) places[out] = pixel;
  });
  return places;
}
