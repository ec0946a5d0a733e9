/**
 * Convolution as a matrix product: the same numbers as conv2d, several times faster.
 * Flow: images → im2col → matMul → **output** → relu → pooling.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { type ConvolutionSizes, convolutionSizes } from './conv2d';
import { im2col, im2colGradient } from './im2col';
import { matMul, transpose } from './matMul';
import type { WindowOptions } from './slidingWindow';

/**
 * What `conv2d` computes, to the last bit, by way of one matrix product.
 *
 *     output = im2col(images) · kernel,   the kernel read as a [kernelHeight·kernelWidth·inChannels, outChannels] matrix
 *
 * The price is memory: the matrix repeats each pixel once per kernel cell. So one image is done at a time; its matrix
 * fits into the processor's cache.
 *
 * @param images `[batch, height, width, inChannels]`.
 * @param kernel `[kernelHeight, kernelWidth, inChannels, outChannels]`.
 * @param options `strides` (1), `padding` ('valid'; 'same' as TensorFlow pads), `dilations` (1).
 * @returns `[batch, outputHeight, outputWidth, outChannels]`.
 * @throws RangeError as `conv2d`.
 * @example conv2dIm2col(ndarray([1, 1, 3, 1], [1, 2, 4]), ndarray([1, 2, 1, 1], [-1, 1])).data // [1, 2]
 * @see Chellapilla, Puri & Simard (2006). Derived in notebooks/06-convolution.
 */
export function conv2dIm2col(images: NdArray, kernel: NdArray, options: WindowOptions = {}): NdArray {
  const sizes = convolutionSizes('conv2dIm2col', images, kernel, options);
  const weights = asMatrix(kernel, sizes.outChannels);
  const output = ndarray(sizes.outputShape);
  for (let n = 0; n < sizes.batch; n++) {
    const columns = im2col(example(images, n), windowOf(sizes), options);
    example(output, n).data.set(matMul(columns, weights).data);
  }
  return output;
}

/**
 * The upstream gradient carried through `conv2dIm2col`: two more matrix products.
 *
 *     kernel: im2col(images)ᵀ · upstream        images: im2colGradient(upstream · kernelᵀ)
 *
 * @param upstream gradient with respect to the output, `[batch, outputHeight, outputWidth, outChannels]`.
 * @param images the images of the forward pass.
 * @param kernel the kernel of the forward pass.
 * @param options the options of the forward pass.
 * @returns gradients with respect to `images` and `kernel`, in their shapes.
 * @throws RangeError as `conv2dGradient`.
 * @example conv2dIm2colGradient(ndarray([1, 1, 1, 1], [10]), ndarray([1, 1, 1, 1], [2]), ndarray([1, 1, 1, 1], [3])).images.data // [30]
 * @see Used in notebooks/07-pooling, notebooks/08-a-network-by-hand.
 */
export function conv2dIm2colGradient(
  upstream: NdArray,
  images: NdArray,
  kernel: NdArray,
  options: WindowOptions = {},
): { images: NdArray; kernel: NdArray } {
  const caller = 'conv2dIm2colGradient';
  return {
    images: imagesGradient(caller, upstream, images, kernel, options),
    kernel: kernelGradient(caller, upstream, images, kernel, options),
  };
}

/** The first half of `conv2dIm2colGradient`: what the layer before is told. The numbers of the images do not matter. */
export function imagesGradient(
  caller: string,
  upstream: NdArray,
  images: NdArray,
  kernel: NdArray,
  options: WindowOptions,
): NdArray {
  const sizes = backwardSizes(caller, upstream, images, kernel, options);
  const turnedWeights = transpose(asMatrix(kernel, sizes.outChannels));
  const gradient = ndarray(images.shape);
  for (let n = 0; n < sizes.batch; n++) {
    const image = example(images, n);
    const columnsGradient = matMul(asMatrix(example(upstream, n), sizes.outChannels), turnedWeights);
    example(gradient, n).data.set(im2colGradient(columnsGradient, image, windowOf(sizes), options).data);
  }
  return gradient;
}

/** The second half of `conv2dIm2colGradient`: what the layer itself learns. The numbers of the kernel do not matter. */
export function kernelGradient(
  caller: string,
  upstream: NdArray,
  images: NdArray,
  kernel: NdArray,
  options: WindowOptions,
): NdArray {
  const sizes = backwardSizes(caller, upstream, images, kernel, options);
  const gradient = ndarray(kernel.shape);
  for (let n = 0; n < sizes.batch; n++) {
    const columns = im2col(example(images, n), windowOf(sizes), options);
    const upstreamRows = asMatrix(example(upstream, n), sizes.outChannels);
    matMul(transpose(columns), upstreamRows).data.forEach((part, weight) => {
      gradient.data[weight]! += part;
    });
  }
  return gradient;
}

function backwardSizes(
  caller: string,
  upstream: NdArray,
  images: NdArray,
  kernel: NdArray,
  options: WindowOptions,
): ConvolutionSizes {
  const sizes = convolutionSizes(caller, images, kernel, options);
  checkShape(caller, 'upstream', upstream, sizes.outputShape);
  return sizes;
}

function windowOf({ vertical, horizontal }: ConvolutionSizes): [number, number] {
  return [vertical.window, horizontal.window];
}

/** The same numbers, read as rows of `columns`. */
function asMatrix(array: NdArray, columns: number): NdArray {
  return ndarray([array.data.length / columns, columns], array.data);
}

/** Example n of a batch, as a batch of its own that shares its memory. */
function example({ shape: [batch = 1, ...rest], data }: NdArray, n: number): NdArray {
  const size = data.length / batch;
  return ndarray([1, ...rest], data.subarray(n * size, (n + 1) * size));
}
