/**
 * What every reading of a confusion matrix asks of it.
 * Flow: confusionMatrix → **confusion argument** → classificationReport, topPairs.
 */

/**
 * Refuses anything but a square of counts.
 *
 * @throws RangeError naming the first row or count that is wrong.
 */
export function checkConfusion(caller: string, confusion: readonly (readonly number[])[]): void {
  const classes = confusion.length;
  for (const [label, row] of confusion.entries()) {
    if (row.length !== classes) {
      throw new RangeError(`${caller}: confusion[${label}] must have ${classes} columns, got ${row.length}`);
    }
    const wrong = row.findIndex(count => !Number.isSafeInteger(count) || count < 0);
    if (wrong >= 0) {
      const place = `confusion[${label}][${wrong}]`;
      throw new RangeError(`${caller}: ${place} must be a whole number ≥ 0, got ${row[wrong]}`);
    }
  }
}
