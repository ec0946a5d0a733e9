/**
 * Convolution as the definition has it, with both gradients from the same loop. Meant to be read;
 * conv2dIm2col gives the same numbers faster.
 * Flow: images → **conv2d** → relu → pooling.
 */
import { checkAxes, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { slidingWindow, type WindowAxis, type WindowOptions } from './slidingWindow';

/** All that a convolution needs to know about its sizes. */
export interface ConvolutionSizes {
  readonly batch: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly vertical: WindowAxis;
  readonly horizontal: WindowAxis;
  readonly outputShape: readonly [number, number, number, number];
}

/**
 * A kernel slides over each image; where it stands, products of pixels and weights are summed.
 *
 *     output[n, y, x, o] = Σ images[n, y·stride + i·dilation − before, x·stride + j·dilation − before, c] · kernel[i, j, c, o]
 *
 * The sum runs over i, j and c; pixels outside the image count as 0. As everywhere in deep learning the kernel
 * is not flipped: strictly, this is cross-correlation.
 *
 * @param images `[batch, height, width, inChannels]`.
 * @param kernel `[kernelHeight, kernelWidth, inChannels, outChannels]`.
 * @param options `strides` (1), `padding` ('valid'; 'same' as TensorFlow pads), `dilations` (1).
 * @returns `[batch, outputHeight, outputWidth, outChannels]`.
 * @throws RangeError if the channels differ, a 'valid' kernel does not fit, or an option is out of range.
 * @example conv2d(ndarray([1, 1, 3, 1], [1, 2, 4]), ndarray([1, 2, 1, 1], [-1, 1])).data // [1, 2]
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016).
 *   Derived in notebooks/06-convolution.
 */
export function conv2d(images: NdArray, kernel: NdArray, options: WindowOptions = {}): NdArray {
  const sizes = convolutionSizes('conv2d', images, kernel, options);
  const output = ndarray(sizes.outputShape);
  eachProduct(sizes, (image, weight, out) => {
    output.data[out]! += images.data[image]! * kernel.data[weight]!;
  });
  return output;
}

/**
 * The upstream gradient carried through `conv2d`: every product of the forward pass, seen from its other two sides.
 *
 * @param upstream gradient with respect to the output, `[batch, outputHeight, outputWidth, outChannels]`.
 * @param images the images of the forward pass.
 * @param kernel the kernel of the forward pass.
 * @param options the options of the forward pass.
 * @returns gradients with respect to `images` and `kernel`, in their shapes.
 * @throws RangeError as `conv2d`, or if `upstream` does not have the output's shape.
 * @example conv2dGradient(ndarray([1, 1, 1, 1], [10]), ndarray([1, 1, 1, 1], [2]), ndarray([1, 1, 1, 1], [3])).kernel.data // [20]
 * @see Derived in notebooks/06-convolution.
 */
export function conv2dGradient(
  upstream: NdArray,
  images: NdArray,
  kernel: NdArray,
  options: WindowOptions = {},
): { images: NdArray; kernel: NdArray } {
  const sizes = convolutionSizes('conv2dGradient', images, kernel, options);
  checkShape('conv2dGradient', 'upstream', upstream, sizes.outputShape);
  const imagesGradient = ndarray(images.shape);
  const kernelGradient = ndarray(kernel.shape);
  eachProduct(sizes, (image, weight, out) => {
    imagesGradient.data[image]! += upstream.data[out]! * kernel.data[weight]!;
    kernelGradient.data[weight]! += upstream.data[out]! * images.data[image]!;
  });
  return { images: imagesGradient, kernel: kernelGradient };
}

/** Reads the sizes off the arguments, and refuses arguments that do not belong together. */
export function convolutionSizes(
  caller: string,
  images: NdArray,
  kernel: NdArray,
  options: WindowOptions,
): ConvolutionSizes {
  checkAxes(caller, 'images', images, ['batch', 'height', 'width', 'inChannels']);
  checkAxes(caller, 'kernel', kernel, ['kernelHeight', 'kernelWidth', 'inChannels', 'outChannels']);
  const [batch, height, width, inChannels] = images.shape as [number, number, number, number];
  const [kernelHeight, kernelWidth, kernelChannels, outChannels] = kernel.shape as [
    number,
    number,
    number,
    number,
  ];
  if (kernelChannels !== inChannels) {
    throw new RangeError(
      `${caller}: kernel must have ${inChannels} inChannels, as many as the images, got ${kernelChannels}`,
    );
  }
  const [vertical, horizontal] = slidingWindow(caller, [height, width], [kernelHeight, kernelWidth], options);
  const outputShape = [batch, vertical.output, horizontal.output, outChannels] as const;
  return { batch, inChannels, outChannels, vertical, horizontal, outputShape };
}

/** Names every product of a convolution by three places in flat memory: pixel, weight, output. */
function eachProduct(
  { batch, inChannels, outChannels, vertical, horizontal }: ConvolutionSizes,
  visit: (image: number, weight: number, out: number) => void,
): void {
  for (let n = 0; n < batch; n++)
    for (let y = 0; y < vertical.output; y++)
      for (let x = 0; x < horizontal.output; x++)
        for (let i = 0; i < vertical.window; i++)
          for (let j = 0; j < horizontal.window; j++) {
            const row = y * vertical.stride + i * vertical.dilation - vertical.before;
            const column = x * horizontal.stride + j * horizontal.dilation - horizontal.before;
            const inside = row >= 0 && row < vertical.input && column >= 0 && column < horizontal.input;
            if (!inside) continue;
            for (let c = 0; c < inChannels; c++)
              for (let o = 0; o < outChannels; o++)
                visit(
                  ((n * vertical.input + row) * horizontal.input + column) * inChannels + c,
                  ((i * horizontal.window + j) * inChannels + c) * outChannels + o,
                  ((n * vertical.output + y) * horizontal.output + x) * outChannels + o,
                );
          }
}
