/**
 * A line of a chart, checked, with a place for every value.
 * Flow: LineSeries → **line** → lineChart, linePanels.
 */

/** One line. `x` counts 1, 2, 3, … when it is not given. A value that is not finite leaves a gap. */
export interface LineSeries {
  /** What the legend calls it. */
  readonly name: string;
  readonly x?: ArrayLike<number>;
  /** As many as there are `x`. */
  readonly y: ArrayLike<number>;
}

/** A line whose `x` and `y` are equally many. */
export interface Line {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * The line with its `x`.
 *
 * @throws RangeError if `x` and `y` differ in length.
 */
export function checkedLine(caller: string, { name, x, y }: LineSeries): Line {
  const line = { name, x: Array.from(x ?? Array.from(y, (_, index) => index + 1)), y: Array.from(y) };
  if (line.x.length !== line.y.length) {
    throw new RangeError(
      `${caller}: "${name}" must have as many x as y, got ${line.x.length} and ${line.y.length}`,
    );
  }
  return line;
}
