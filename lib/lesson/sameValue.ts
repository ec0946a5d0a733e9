/**
 * When two answers count as the same.
 * Flow: attempt → **sameValue**.
 */

/** Far above rounding, also that of a `Float32Array`, and far below any mistake. */
const TOLERANCE = 1e-6;

/**
 * Equal numbers up to rounding, lists (of any kind) and plain objects of equal values, and else what `Object.is` says.
 *
 * @param tolerance relative above 1, absolute below.
 * @example sameValue([0.1 + 0.2], Float32Array.of(0.3)) // true
 */
export function sameValue(a: unknown, b: unknown, tolerance: number = TOLERANCE): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    if (!Number.isFinite(a) || !Number.isFinite(b)) return Object.is(a, b);
    return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i], tolerance)) return false;
    return true;
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    return keys.every(key => Object.hasOwn(b, key) && sameValue(a[key], b[key], tolerance));
  }
  return Object.is(a, b);
}

/** An array or a typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/** An object such as `{ shape, data }`, no list and no instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || isList(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  // A notebook may have an Object of its own; its prototype too is the last of the chain.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
