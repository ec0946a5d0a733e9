/**
 * Counts which class was taken for which. Plain numbers, no tensor library.
 * Flow: labels, predictions → **confusionCounts** → evaluate, confusion heat map.
 */

/**
 * How often each true class was predicted as each class.
 *
 * @param labels true classes in `[0, classes)`.
 * @param predictions predicted classes in `[0, classes)`, as many.
 * @returns `[classes][classes]` counts: row = true class, column = predicted class; the diagonal is right.
 * @throws RangeError if the lengths differ, or naming the first class that is out of range.
 * @example confusionCounts([0, 1, 1], [0, 1, 0], 2) // [[1, 0], [1, 1]]
 */
export function confusionCounts(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  classes: number,
): number[][] {
  if (labels.length !== predictions.length) {
    throw new RangeError(
      `confusionCounts: predictions must have length ${labels.length} as labels, got ${predictions.length}`,
    );
  }
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let row = 0; row < labels.length; row++) {
    const label = checked('labels', labels, row, classes);
    counts[label]![checked('predictions', predictions, row, classes)]!++;
  }
  return counts;
}

function checked(name: string, values: ArrayLike<number>, row: number, classes: number): number {
  const value = values[row]!;
  if (Number.isInteger(value) && value >= 0 && value < classes) return value;
  throw new RangeError(
    `confusionCounts: ${name}[${row}] must be an integer in [0, ${classes}), got ${value}`,
  );
}
