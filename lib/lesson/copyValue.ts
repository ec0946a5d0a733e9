/**
 * A copy of an argument, so that an answer that changes it changes nothing for the next one.
 * Flow: exercise's inputs → **copyValue** → attempt.
 */
import { isList, isPlainObject } from './sameValue';

/** Lists, typed arrays and plain objects are copied through and through; all else, functions too, is kept. */
export function copyValue<Value>(value: Value): Value;
export function copyValue(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  if (isList(value)) return Array.from(value, item => copyValue(item));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyValue(item)]));
}
