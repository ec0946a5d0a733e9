/**
 * When two answers count as the same.
 * Flow: attempt → **sameValue**.
 */

/** Far above rounding, also that of a `Float32Array`, and far below any mistake. */
const TOLERANCE = 1e-6;

/**
 * Equal numbers up to rounding, lists (of any kind) of equal values, and else what `Object.is` says.
 *
 * @example sameValue([0.1 + 0.2], Float32Array.of(0.3)) // true
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    if (!Number.isFinite(a) || !Number.isFinite(b)) return Object.is(a, b);
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false;
    return true;
  }
  return Object.is(a, b);
}

/** An array or a typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
