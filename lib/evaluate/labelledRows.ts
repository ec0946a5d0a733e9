/**
 * A row of numbers per label: what measures over single answers ask of their arguments.
 * Flow: predict's answers, labels → **labelledRows** → worstErrors, calibration, temperatureScale, riskCoverage.
 */

/**
 * How many classes the rows have, once rows and labels are known to fit.
 *
 * @param values row after row, one row per label.
 * @throws RangeError if there are no labels, the values are not whole rows, or naming the first label out of range.
 * @example labelledRows('calibration', 'probabilities', [0.5, 0.5, 0.1, 0.9], [0, 1]) // 2
 */
export function labelledRows(
  caller: string,
  name: string,
  values: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  if (labels.length === 0) throw new RangeError(`${caller}: labels must not be empty, got 0`);
  const classes = values.length / labels.length;
  if (!Number.isInteger(classes) || classes === 0) {
    throw new RangeError(
      `${caller}: ${name} must have one row for each of ${labels.length} labels, got ${values.length} numbers`,
    );
  }
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`${caller}: labels[${row}] must be an integer in [0, ${classes}), got ${label}`);
    }
  }
  return classes;
}
