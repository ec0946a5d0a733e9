/**
 * A value in the words of a message: short enough to read, exact enough to compare.
 * Flow: judge → **describeValue**.
 */
import { isList } from './sameValue';

const MOST_ITEMS = 8;

/**
 * @example describeValue(Float32Array.of(0, 0.2, 1)) // '[0, 0.2, 1]'
 * @example describeValue(new Uint8Array(784)) // '[0, 0, 0, 0, 0, 0, 0, 0, … 776 more]'
 */
export function describeValue(value: unknown): string {
  if (typeof value === 'number') return String(Object.is(value, -0) ? 0 : Number(value.toPrecision(4)));
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Promise) return 'a Promise';
  if (typeof value === 'function') return 'a function';
  if (!isList(value))
    return value instanceof Object ? `an object with ${Object.keys(value).join(', ')}` : String(value);
  const shown = Array.from({ length: Math.min(value.length, MOST_ITEMS) }, (_, i) => describeValue(value[i]));
  const more = value.length > MOST_ITEMS ? [`… ${value.length - MOST_ITEMS} more`] : [];
  return `[${[...shown, ...more].join(', ')}]`;
}
