/**
 * A convolution to walk through by hand: every output with its patch, its products and their sum.
 * Flow: image, kernel → **convolutionStepper** → Interactive → `show`.
 */
import { checkFinite } from '../../check/arrays';
import { checkInteger } from '../../check/numbers';
import type { Padding } from '../../layers/slidingWindow';
import { type NdArray, ndarray } from '../../types/ndarray';
import type { ConvolutionData } from './convolutionData';
import { convolutionPicture } from './convolutionPicture';
import type { Interactive } from './interactive';
import { checkImage, SMALL_SEVEN } from './stepperImage';

/** What `convolutionStepper` begins with. */
export interface ConvolutionStepperOptions {
  /** `[height, width]`, both ≤ 32: a digit's pixels, for one. A small 7 when left out. */
  readonly image?: NdArray;
  /** `[3, 3]` or `[5, 5]`, the kernel to begin with. One that answers to vertical edges when left out. */
  readonly kernel?: NdArray;
  /** 1 to 4; 1 when left out. */
  readonly strides?: number;
  /** `'valid'` when left out. */
  readonly padding?: Padding;
}

const VERTICAL_EDGES: NdArray = ndarray([3, 3], [-1, 0, 1, -1, 0, 1, -1, 0, 1]);

/**
 * Choose an output by pointer or arrow keys: the page frames its patch and writes out the products and the sum, as
 * `conv2d` adds them. Kernel, stride and padding can be changed on the page.
 *
 * @throws RangeError if the image or the kernel has another shape or a number that is not finite, if the kernel
 *   does not fit into the image without padding, or if an option is out of range.
 * @example show(convolutionStepper({ image: ndarray([28, 28], digits.images.subarray(0, 784)), padding: 'same' }))
 * @example convolutionStepper().alt
 * // 'A 7 × 7 image, a 3 × 3 kernel and the 5 × 5 output (stride 1, padding valid). The framed patch gives the output in row 2, column 5: −3.'
 * @see Derived in notebooks/06-convolution.
 */
export function convolutionStepper(options: ConvolutionStepperOptions = {}): Interactive {
  const { image = SMALL_SEVEN, kernel = VERTICAL_EDGES, strides = 1, padding = 'valid' } = options;
  checkImage('convolutionStepper', image);
  checkKernel(kernel);
  checkInteger('convolutionStepper', 'strides', strides, 1, 4);
  const data: ConvolutionData = { image, kernel, strides, padding };
  return { page: 'convolutionStepper', data, ...convolutionPicture(data) };
}

function checkKernel(kernel: NdArray): void {
  const [height, width] = kernel.shape;
  if (kernel.shape.length !== 2 || height !== width || (height !== 3 && height !== 5)) {
    throw new RangeError(
      `convolutionStepper: kernel must be [3, 3] or [5, 5], got [${kernel.shape.join(', ')}]`,
    );
  }
  checkFinite('convolutionStepper', 'kernel', kernel);
}
