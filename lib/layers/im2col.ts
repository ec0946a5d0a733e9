/**
 * Patches as rows of a matrix, so that a convolution becomes one matrix product.
 * Flow: images → **im2col** → matMul → the output of conv2d.
 */
import { checkAxes, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { type Pair, pair, slidingWindow, type WindowAxis, type WindowOptions } from './slidingWindow';

/**
 * Each window position's patch, written out as one row.
 *
 * @param images `[batch, height, width, channels]`.
 * @param kernelSize the window, one number or `[height, width]`.
 * @param options `strides` (1), `padding` ('valid'), `dilations` (1).
 * @returns `[batch · outputHeight · outputWidth, kernelHeight · kernelWidth · channels]`; 0 outside the image.
 * @throws RangeError if a 'valid' window does not fit, or an option is out of range.
 * @example im2col(ndarray([1, 1, 3, 1], [1, 2, 4]), [1, 2]).data // [1, 2, 2, 4]
 * @see Chellapilla, Puri & Simard, High Performance Convolutional Neural Networks for Document Processing (2006).
 *   Derived in notebooks/06-convolution.
 */
export function im2col(images: NdArray, kernelSize: Pair, options: WindowOptions = {}): NdArray {
  checkAxes('im2col', 'images', images, ['batch', 'height', 'width', 'channels']);
  const [batch, height, width, channels] = images.shape as [number, number, number, number];
  const window = pair('im2col', 'kernelSize', kernelSize);
  const [vertical, horizontal] = slidingWindow('im2col', [height, width], window, options);
  const patch = vertical.window * horizontal.window * channels;
  const columns = ndarray([batch * vertical.output * horizontal.output, patch]);
  eachRun(batch, channels, vertical, horizontal, (image, column, length) => {
    for (let k = 0; k < length; k++) columns.data[column + k] = images.data[image + k]!;
  });
  return columns;
}

/**
 * The way back, and the gradient of `im2col`: patches are added up where they overlap.
 *
 * @param upstream gradient with respect to the matrix that `im2col` made.
 * @param images the images of the forward pass; only their shape is used.
 * @param kernelSize the window of the forward pass.
 * @param options the options of the forward pass.
 * @returns gradient with respect to `images`.
 * @throws RangeError as `im2col`, or if `upstream` does not have its result's shape.
 * @example im2colGradient(ndarray([2, 2], [1, 1, 1, 1]), ndarray([1, 1, 3, 1]), [1, 2]).data // [1, 2, 1]
 * @see Derived in notebooks/06-convolution.
 */
export function im2colGradient(
  upstream: NdArray,
  images: NdArray,
  kernelSize: Pair,
  options: WindowOptions = {},
): NdArray {
  checkAxes('im2colGradient', 'images', images, ['batch', 'height', 'width', 'channels']);
  const [batch, height, width, channels] = images.shape as [number, number, number, number];
  const window = pair('im2colGradient', 'kernelSize', kernelSize);
  const [vertical, horizontal] = slidingWindow('im2colGradient', [height, width], window, options);
  const patch = vertical.window * horizontal.window * channels;
  checkShape('im2colGradient', 'upstream', upstream, [batch * vertical.output * horizontal.output, patch]);
  const gradient = ndarray(images.shape);
  eachRun(batch, channels, vertical, horizontal, (image, column, length) => {
    for (let k = 0; k < length; k++) gradient.data[image + k]! += upstream.data[column + k]!;
  });
  return gradient;
}

/**
 * Names every run of numbers that lies side by side both in the images and in a row of the matrix:
 * one window row where its pixels are neighbours, else one pixel with its channels.
 */
function eachRun(
  batch: number,
  channels: number,
  vertical: WindowAxis,
  horizontal: WindowAxis,
  visit: (image: number, column: number, length: number) => void,
): void {
  const neighbours = horizontal.dilation === 1;
  let start = 0;
  for (let n = 0; n < batch; n++)
    for (let y = 0; y < vertical.output; y++)
      for (let x = 0; x < horizontal.output; x++)
        for (let i = 0; i < vertical.window; i++, start += horizontal.window * channels) {
          const row = y * vertical.stride + i * vertical.dilation - vertical.before;
          if (row < 0 || row >= vertical.input) continue;
          const firstPixel = (n * vertical.input + row) * horizontal.input;
          const left = x * horizontal.stride - horizontal.before;
          if (neighbours) {
            const from = Math.max(0, -left);
            const to = Math.min(horizontal.window, horizontal.input - left);
            visit((firstPixel + left + from) * channels, start + from * channels, (to - from) * channels);
          } else {
            for (let j = 0; j < horizontal.window; j++) {
              const column = left + j * horizontal.dilation;
              if (column < 0 || column >= horizontal.input) continue;
              visit((firstPixel + column) * channels, start + j * channels, channels);
            }
          }
        }
}
