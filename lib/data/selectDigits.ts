/**
 * Some of the digits, by their row numbers.
 * Flow: Digits, rows → **selectDigits** → split, batches, the wrong ones.
 */
import type { Digits } from '../types/digits';

/**
 * A copy of the rows asked for, in the order asked for.
 *
 * @param rows row numbers in `[0, count)`; a row may come twice.
 * @throws RangeError naming the first row that is not there.
 * @example selectDigits(digits, [3, 0]).labels // the labels of rows 3 and 0
 * @see Used in notebooks/01-digits-from-csv.
 */
export function selectDigits(digits: Digits, rows: ArrayLike<number>): Digits {
  const pixels = digits.height * digits.width;
  const labelled = digits.labels.length > 0;
  const images = new Uint8Array(rows.length * pixels);
  const labels = new Uint8Array(labelled ? rows.length : 0);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (!Number.isInteger(row) || row < 0 || row >= digits.count) {
      throw new RangeError(
        `selectDigits: rows[${index}] must be an integer in [0, ${digits.count}), got ${row}`,
      );
    }
    images.set(digits.images.subarray(row * pixels, (row + 1) * pixels), index * pixels);
    if (labelled) labels[index] = digits.labels[row]!;
  }
  return { ...digits, images, labels, count: rows.length };
}
