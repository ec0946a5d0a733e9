/**
 * Where a window stands on an image: the arithmetic that convolution and pooling share.
 * Flow: sizes, strides, padding, dilations → **sliding window** → conv2d, im2col, maxPool2d, averagePool2d.
 */
import { checkInteger } from '../check/numbers';

/** `'valid'`: the window stays inside. `'same'`: zeros are added so that stride 1 keeps the size. */
export type Padding = 'same' | 'valid';

/** One number for both axes, or `[vertical, horizontal]`. */
export type Pair = number | readonly [number, number];

/** How a window moves. */
export interface WindowOptions {
  /** Step from one position to the next, ≥ 1. */
  readonly strides?: Pair;
  readonly padding?: Padding;
  /** Distance between neighbouring window cells, ≥ 1; 2 leaves every other pixel out. */
  readonly dilations?: Pair;
}

/** One axis of a sliding window. Window cell k at position i looks at input `i · stride + k · dilation − before`. */
export interface WindowAxis {
  readonly input: number;
  readonly window: number;
  readonly stride: number;
  readonly dilation: number;
  /** How many zeros stand before the input. */
  readonly before: number;
  /** How many stand after it, for the window's last position. */
  readonly after: number;
  /** How many positions there are. */
  readonly output: number;
}

/**
 * Both axes of a window on an image, as TensorFlow places it.
 *
 *     reach  = (window − 1) · dilation + 1
 *     valid:  output = ⌊(input − reach) / stride⌋ + 1
 *     same:   output = ⌈input / stride⌉,  zeros = max(0, (output − 1) · stride + reach − input)
 *
 * An odd number of zeros puts the extra one after the input (below, right).
 *
 * @param caller the function on whose behalf errors are thrown.
 * @param imageSize `[height, width]`.
 * @param windowSize `[height, width]`.
 * @throws RangeError if an option is out of range, or a 'valid' window is larger than the image.
 */
export function slidingWindow(
  caller: string,
  imageSize: readonly [number, number],
  windowSize: readonly [number, number],
  { strides = 1, padding = 'valid', dilations = 1 }: WindowOptions,
): [vertical: WindowAxis, horizontal: WindowAxis] {
  if (padding !== 'same' && padding !== 'valid') {
    throw new RangeError(`${caller}: padding must be 'same' or 'valid', got '${padding}'`);
  }
  const [verticalStride, horizontalStride] = pair(caller, 'strides', strides);
  const [verticalDilation, horizontalDilation] = pair(caller, 'dilations', dilations);
  return [
    windowAxis(caller, 'height', imageSize[0], windowSize[0], verticalStride, verticalDilation, padding),
    windowAxis(caller, 'width', imageSize[1], windowSize[1], horizontalStride, horizontalDilation, padding),
  ];
}

/** Both numbers of a pair, checked to be whole and ≥ 1. */
export function pair(caller: string, name: string, value: Pair): readonly [number, number] {
  const [vertical, horizontal] = typeof value === 'number' ? [value, value] : value;
  checkInteger(caller, name, vertical, 1);
  checkInteger(caller, name, horizontal, 1);
  return [vertical, horizontal];
}

function windowAxis(
  caller: string,
  name: string,
  input: number,
  window: number,
  stride: number,
  dilation: number,
  padding: Padding,
): WindowAxis {
  const reach = (window - 1) * dilation + 1;
  if (padding === 'valid') {
    if (reach > input) {
      throw new RangeError(
        `${caller}: the window must fit into the image, got a window of ${name} ${reach} on an image of ${name} ${input}`,
      );
    }
    const output = Math.floor((input - reach) / stride) + 1;
    return { input, window, stride, dilation, before: 0, after: 0, output };
  }
  const output = Math.ceil(input / stride);
  const zeros = Math.max(0, (output - 1) * stride + reach - input);
  const before = Math.floor(zeros / 2);
  return { input, window, stride, dilation, before, after: zeros - before, output };
}
