/**
 * Checks of numeric arguments, worded the same everywhere: `caller: argument must …, got value`.
 * Flow: every public function that takes a number → **check**.
 */

/**
 * Refuses anything but a whole number in `[smallest, largest]`.
 *
 * @throws RangeError `caller: name must be an integer in [smallest, largest], got value`.
 * @example checkInteger('fit', 'epochs', 0, 1) // RangeError: fit: epochs must be an integer ≥ 1, got 0
 */
export function checkInteger(
  caller: string,
  name: string,
  value: number,
  smallest: number,
  largest: number = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && value >= smallest && value <= largest) return;
  const range = largest === Number.MAX_SAFE_INTEGER ? `≥ ${smallest}` : `in [${smallest}, ${largest}]`;
  throw new RangeError(`${caller}: ${name} must be an integer ${range}, got ${value}`);
}

/**
 * Refuses anything but a part of a whole that is not all of it: a number in `[0, 1)`.
 *
 * @throws RangeError `caller: name must be in [0, 1), got value`.
 * @example checkShare('dropout', 'rate', 1) // RangeError: dropout: rate must be in [0, 1), got 1
 */
export function checkShare(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`${caller}: ${name} must be in [0, 1), got ${value}`);
}

/**
 * Refuses anything but a finite number strictly between `low` and `high`.
 *
 * @throws RangeError `caller: name must be a number in (low, high), got value`.
 * @example checkBetween('splitDigits', 'validation', 1, 0, 1) // RangeError: … must be a number in (0, 1), got 1
 */
export function checkBetween(caller: string, name: string, value: number, low: number, high: number): void {
  if (Number.isFinite(value) && value > low && value < high) return;
  const range = high === Number.POSITIVE_INFINITY ? `> ${low}` : `in (${low}, ${high})`;
  throw new RangeError(`${caller}: ${name} must be a number ${range}, got ${value}`);
}
