/**
 * Writes digits as a CSV in Kaggle's layout; readDigits reads it back.
 * Flow: Digits → **writeDigitsCsv** → data/train.csv.
 */
import type { Digits } from '../types/digits';
import { columnNames } from './csvHeader';
import { COMMA, ZERO } from './csvRow';
import { LINE_FEED } from './wholeLines';
import { writeBeside } from './writeBeside';

const ROWS_AT_ONCE = 1000;
const LONGEST_VALUE = 4; // 255 and a comma

/**
 * Writes the file whole or not at all (beside, then renamed), a thousand rows at a time.
 *
 * @param digits with labels, for a `label` column, or without.
 * @param signal stops the writing; nothing is left behind.
 * @throws the signal's reason when it is aborted, or an Error naming the file if it cannot be written.
 * @example await writeDigitsCsv('sample.csv', digits) // label,pixel0,…,pixel783 and one row per digit
 * @see Used in notebooks/16-beyond-one-machine.
 */
export async function writeDigitsCsv(
  path: string,
  digits: Digits,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const pixels = digits.height * digits.width;
  const labelled = digits.labels.length > 0;
  await writeBeside(path, async file => {
    await file.appendFile(`${columnNames(pixels, labelled).join(',')}\n`);
    const bytes = Buffer.alloc(ROWS_AT_ONCE * (pixels + 1) * LONGEST_VALUE);
    for (let first = 0; first < digits.count; first += ROWS_AT_ONCE) {
      signal?.throwIfAborted();
      const end = Math.min(first + ROWS_AT_ONCE, digits.count);
      let length = 0;
      for (let row = first; row < end; row++) {
        if (labelled) length = writeValue(bytes, length, digits.labels[row]!);
        for (let at = row * pixels; at < (row + 1) * pixels; at++) {
          length = writeValue(bytes, length, digits.images[at]!);
        }
        bytes[length - 1] = LINE_FEED;
      }
      // Not `write`, which on a disk that is nearly full writes a part and is content.
      await file.appendFile(bytes.subarray(0, length));
    }
  });
}

/** Puts the decimal figures of a byte and a comma at `at`; returns the index after them. */
function writeValue(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  if (value >= 100) bytes[end++] = ZERO + Math.floor(value / 100);
  if (value >= 10) bytes[end++] = ZERO + (Math.floor(value / 10) % 10);
  bytes[end++] = ZERO + (value % 10);
  bytes[end++] = COMMA;
  return end;
}
