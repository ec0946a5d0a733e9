/**
 * How a number that JavaScript computed follows from the batch size: a step is run with two sizes, and whatever
 * differs between the runs must be a multiple or a fraction of the size.
 * Flow: the same constant of two runs → **formula** → batchConstant computes it in the graph.
 */

/** `factor · batch`, `numerator / batch`, or the same number always. */
export type Formula =
  | { kind: 'fixed'; value: number }
  | { kind: 'times'; factor: number }
  | { kind: 'over'; numerator: number };

/** float32 keeps about seven digits. */
const TOLERANCE = 1e-6;

/**
 * The formula that gives both values; undefined if there is none.
 *
 * @param values of the two runs, in the order of `sizes`.
 * @param whole whether only whole factors will do, as for shapes.
 * @example formula([12, 20], [3, 5], { whole: true }) // { kind: 'times', factor: 4 }
 */
export function formula(
  [first, second]: readonly [number, number],
  [firstSize, secondSize]: readonly [number, number],
  { whole }: { whole: boolean },
): Formula | undefined {
  if (Object.is(first, second)) return { kind: 'fixed', value: first };
  if (close(first * secondSize, second * firstSize)) {
    const factor = first / firstSize;
    if (Number.isInteger(factor) || !whole) return { kind: 'times', factor };
  }
  if (!whole && close(first * firstSize, second * secondSize)) {
    return { kind: 'over', numerator: first * firstSize };
  }
  return undefined;
}

function close(left: number, right: number): boolean {
  return Math.abs(left - right) <= TOLERANCE * Math.abs(left);
}
