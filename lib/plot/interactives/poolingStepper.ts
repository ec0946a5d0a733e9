/**
 * A pooling to walk through by hand, forward and backward.
 * Flow: image → **poolingStepper** → Interactive → `show`.
 */
import { checkInteger } from '../../check/numbers';
import type { Padding } from '../../layers/slidingWindow';
import { type NdArray, ndarray } from '../../types/ndarray';
import type { Interactive } from './interactive';
import type { PoolingData, PoolingKind } from './poolingData';
import { poolingPicture } from './poolingPicture';
import { checkImage } from './stepperImage';

/** What `poolingStepper` begins with. */
export interface PoolingStepperOptions {
  /** `[height, width]`, both ≤ 32: one feature map. A map of 6 × 6 small numbers with ties when left out. */
  readonly image?: NdArray;
  /** `'max'` when left out. */
  readonly kind?: PoolingKind;
  /** 2 to 4; 2 when left out. */
  readonly poolSize?: number;
  /** 1 to 4; the pool size when left out. */
  readonly strides?: number;
  /** `'valid'` when left out. */
  readonly padding?: Padding;
}

/** As a convolution and a ReLU leave it: many zeros, some of them side by side. */
// biome-ignore format: a picture
const FEATURE_MAP: NdArray = ndarray([6, 6], [
  1, 3, 0, 0, 0, 2,
  0, 7, 0, 0, 2, 1,
  2, 7, 5, 1, 0, 0,
  0, 4, 5, 5, 3, 0,
  0, 0, 2, 8, 8, 1,
  1, 0, 0, 6, 4, 0,
]);

/**
 * Choose an output by pointer or arrow keys: the page frames its window and tells which value wins or how the mean
 * comes about. The backward view sends a gradient back, as `maxPool2dGradient` and `averagePool2dGradient` do: to
 * the winner (the first one of several), or in equal shares.
 *
 * @throws RangeError if the image has another shape or a number that is not finite, if the window does not fit
 *   into the image without padding, or if an option is out of range.
 * @example show(poolingStepper({ kind: 'average', poolSize: 3, strides: 2, padding: 'same' }))
 * @example poolingStepper().alt
 * // 'A 6 × 6 image and its 3 × 3 output after max pooling (pool size 2, stride 2, padding valid). The framed window gives the output in row 3, column 2: 8.'
 * @see Derived in notebooks/07-pooling.
 */
export function poolingStepper(options: PoolingStepperOptions = {}): Interactive {
  const { image = FEATURE_MAP, kind = 'max', poolSize = 2, padding = 'valid' } = options;
  const { strides = poolSize } = options;
  checkImage('poolingStepper', image);
  checkInteger('poolingStepper', 'poolSize', poolSize, 2, 4);
  checkInteger('poolingStepper', 'strides', strides, 1, 4);
  if (kind !== 'max' && kind !== 'average') {
    throw new RangeError(`poolingStepper: kind must be 'max' or 'average', got '${kind}'`);
  }
  const data: PoolingData = { image, kind, poolSize, strides, padding };
  return { page: 'poolingStepper', data, ...poolingPicture(data) };
}
