/**
 * A value in the words of a message: short enough to read, exact enough to compare.
 * Flow: judge → **describeValue**.
 */
import { isList, isPlainObject } from './sameValue';

const MOST_ITEMS = 8;

/**
 * @example describeValue(Float32Array.of(0, 0.2, 1)) // '[0, 0.2, 1]'
 * @example describeValue(new Uint8Array(784)) // '[0, 0, 0, 0, 0, 0, 0, 0, … 776 more]'
 * @example describeValue(ndarray([2, 2], [1, 0, 0, 1])) // '[[1, 0], [0, 1]]'
 */
export function describeValue(value: unknown): string {
  if (typeof value === 'number') return describeNumber(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Promise) return 'a Promise';
  if (typeof value === 'function') return 'a function';
  if (isList(value)) return describeList(value.length, index => describeValue(value[index]));
  if (isNdArray(value)) return describeNdArray(value);
  if (!isPlainObject(value)) {
    return value instanceof Object ? `an object with ${Object.keys(value).join(', ')}` : String(value);
  }
  const entries = Object.entries(value).map(([key, item]) => `${key}: ${describeValue(item)}`);
  return `{ ${entries.join(', ')} }`;
}

/** Fractions to four digits; whole numbers as they are, since they may be counts. */
function describeNumber(value: number): string {
  return String(Number.isSafeInteger(value) ? value + 0 : Number(value.toPrecision(4)));
}

function describeList(length: number, item: (index: number) => string): string {
  const shown = Array.from({ length: Math.min(length, MOST_ITEMS) }, (_, index) => item(index));
  const more = length > MOST_ITEMS ? [`… ${length - MOST_ITEMS} more`] : [];
  return `[${[...shown, ...more].join(', ')}]`;
}

interface Shaped {
  readonly shape: readonly number[];
  readonly data: ArrayLike<unknown>;
}

function isNdArray(value: unknown): value is Shaped {
  if (!isPlainObject(value)) return false;
  const { shape, data } = value;
  if (!Array.isArray(shape) || !isList(data)) return false;
  return shape.every(Number.isInteger) && shape.reduce((size, length) => size * length, 1) === data.length;
}

/** Nested as it would be typed; axes of one element at either end are told by the shape alone. */
function describeNdArray({ shape, data }: Shaped): string {
  const inner = [...shape];
  while (inner.length > 2 && inner[0] === 1) inner.shift();
  while (inner.length > 2 && inner.at(-1) === 1) inner.pop();
  const nested = (axis: number, start: number): string => {
    if (axis === inner.length) return describeValue(data[start]);
    const step = inner.slice(axis + 1).reduce((size, length) => size * length, 1);
    return describeList(inner[axis]!, index => nested(axis + 1, start + index * step));
  };
  return inner.length === shape.length && shape.length <= 2
    ? nested(0, 0)
    : `${nested(0, 0)} of shape [${shape.join(', ')}]`;
}
