/**
 * Counts which class was taken for which. Plain numbers, no tensor library.
 * Flow: labels, predictions → **confusionMatrix** → evaluate, classificationReport, topPairs, confusionHeatmap.
 */

/**
 * How often each true class was predicted as each class.
 *
 *     counts[t][p] = how many examples of class t were taken for class p
 *
 * @param labels true classes in `[0, classes)`.
 * @param predictions predicted classes in `[0, classes)`, as many.
 * @returns `[classes][classes]` counts: row = true class, column = predicted class; the diagonal is right.
 * @throws RangeError if the lengths differ, or naming the first class that is out of range.
 * @example confusionMatrix([0, 1, 1], [0, 1, 0], 2) // [[1, 0], [1, 1]]
 * @see Used in notebooks/14-what-it-sees, by `evaluate`.
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  classes: number,
): number[][] {
  if (labels.length !== predictions.length) {
    throw new RangeError(
      `confusionMatrix: predictions must have length ${labels.length} as labels, got ${predictions.length}`,
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
    `confusionMatrix: ${name}[${row}] must be an integer in [0, ${classes}), got ${value}`,
  );
}
