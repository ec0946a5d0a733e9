/**
 * Checks of array arguments, worded the same everywhere: `caller: argument must …, got value`.
 * Flow: every layer → **check**.
 */
import type { NdArray } from '../types/ndarray';

const text = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/**
 * Refuses an array with another number of axes than `axes` names, or with an empty axis that is not in `mayBeEmpty`.
 *
 * @throws RangeError `caller: name must be [axes], got [shape]`.
 * @example checkAxes('dense', 'kernel', ndarray([3]), ['inputs', 'units']) // RangeError: dense: kernel must be [inputs, units], got [3]
 */
export function checkAxes(
  caller: string,
  name: string,
  array: NdArray,
  axes: readonly string[],
  mayBeEmpty: readonly string[] = ['batch'],
): void {
  const { shape } = array;
  const fits =
    shape.length === axes.length && shape.every((size, axis) => size > 0 || mayBeEmpty.includes(axes[axis]!));
  if (!fits) throw new RangeError(`${caller}: ${name} must be [${axes.join(', ')}], got ${text(shape)}`);
}

/**
 * Refuses an array whose shape is not exactly `shape`.
 *
 * @throws RangeError `caller: name must have shape [expected], got [shape]`.
 */
export function checkShape(caller: string, name: string, array: NdArray, shape: readonly number[]): void {
  const same = array.shape.length === shape.length && shape.every((size, axis) => size === array.shape[axis]);
  if (!same)
    throw new RangeError(`${caller}: ${name} must have shape ${text(shape)}, got ${text(array.shape)}`);
}

/**
 * How many channels an array has: the size of its last axis.
 *
 * @throws RangeError `caller: name must be [batch, …, channels], got []`.
 */
export function channelsOf(caller: string, name: string, array: NdArray): number {
  const channels = array.shape.at(-1);
  if (channels === undefined) throw new RangeError(`${caller}: ${name} must be [batch, …, channels], got []`);
  return channels;
}

/**
 * Refuses NaN and the infinities: a sum or an exponential would spread them without a word.
 *
 * @throws RangeError `caller: name[index] must be finite, got value`.
 */
export function checkFinite(caller: string, name: string, array: NdArray): void {
  const index = array.data.findIndex(value => !Number.isFinite(value));
  if (index >= 0)
    throw new RangeError(`${caller}: ${name}[${index}] must be finite, got ${array.data[index]}`);
}

/**
 * Refuses values outside `[low, high]`, NaN included.
 *
 * @throws RangeError `caller: name[index] must be in [low, high], got value`.
 */
export function checkRange(caller: string, name: string, array: NdArray, low: number, high: number): void {
  const index = array.data.findIndex(value => !(value >= low && value <= high));
  if (index >= 0) {
    throw new RangeError(
      `${caller}: ${name}[${index}] must be in [${low}, ${high}], got ${array.data[index]}`,
    );
  }
}

/**
 * Refuses rows that are not probability distributions.
 *
 * @param array `[batch, classes]`.
 * @throws RangeError naming the first value outside [0, 1], or the first row whose sum is not 1 within 1e-6.
 */
export function checkDistributions(caller: string, name: string, array: NdArray): void {
  checkRange(caller, name, array, 0, 1);
  const [batch = 0, classes = 0] = array.shape;
  for (let row = 0; row < batch; row++) {
    let sum = 0;
    for (let index = row * classes; index < (row + 1) * classes; index++) sum += array.data[index]!;
    if (Math.abs(sum - 1) > 1e-6) {
      throw new RangeError(`${caller}: ${name} row ${row} must sum to 1, got ${Number(sum.toPrecision(6))}`);
    }
  }
}
