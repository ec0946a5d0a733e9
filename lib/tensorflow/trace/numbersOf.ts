/**
 * The numbers that a user hands to a graph, as a plain array of the right type.
 * Flow: run's inputs, assign's values → **numbersOf** → feeds of the Session.
 */
import { tf } from '../tf';
import { arrayOf, type FeedType, sizeOf, typeNumber } from './types';

/** What a run is given: numbers in a plain array of the input's type, or a tensor. */
export type FeedValue = Float32Array | Int32Array | Uint8Array | tf.Tensor;

/** What is wanted; −1 as the first size stands for any number of rows. */
export interface Wanted {
  readonly type: number;
  readonly shape: readonly number[];
}

/** @throws RangeError if the value is of another type or shape. */
export function numbersOf(
  caller: string,
  name: string,
  value: FeedValue,
  { type, shape }: Wanted,
): Float32Array | Int32Array | Uint8Array {
  const dtype = (Object.keys(typeNumber) as FeedType[]).find(each => typeNumber[each] === type)!;
  const numbers = value instanceof tf.Tensor ? fromTensor(caller, name, value, dtype, shape) : value;
  if (!(numbers instanceof arrayOf(dtype))) {
    throw new RangeError(
      `${caller}: ${name} must be ${arrayOf(dtype).name}, got ${numbers.constructor.name}`,
    );
  }
  const open = shape[0] === -1;
  const row = sizeOf(open ? shape.slice(1) : shape);
  const fits = open ? numbers.length > 0 && numbers.length % row === 0 : numbers.length === row;
  if (!fits) {
    const wanted = open ? `a multiple of ${row}` : String(row);
    throw new RangeError(`${caller}: ${name} must hold ${wanted} numbers, got ${numbers.length}`);
  }
  return numbers;
}

function fromTensor(
  caller: string,
  name: string,
  tensor: tf.Tensor,
  dtype: FeedType,
  shape: readonly number[],
): Float32Array | Int32Array | Uint8Array {
  const same = shape.every((size, axis) => size === -1 || size === tensor.shape[axis]);
  if (tensor.rank !== shape.length || !same) {
    const wanted = shape.map(size => (size === -1 ? 'batch' : size)).join(', ');
    throw new RangeError(`${caller}: ${name} must be [${wanted}], got [${tensor.shape.join(', ')}]`);
  }
  const numbers = tensor.dataSync();
  return dtype === 'uint8' && tensor.dtype === 'int32' ? Uint8Array.from(numbers) : numbers;
}
