/**
 * Reads a CSV of digits in Kaggle's layout, plain or gzip.
 * Flow: file → fileBlocks → wholeLines → parseRow → **readDigits** → Digits, for everything that follows.
 */
import { stat } from 'node:fs/promises';
import { checkInteger } from '../check/numbers';
import type { Digits } from '../types/digits';
import { type BadRow, CsvDigits } from './csvDigits';
import { fileBlocks } from './fileBlocks';
import { wholeLines } from './wholeLines';

/** Bytes in the longest column name, comma included; no honest line is longer than all names together. */
const LONGEST_NAME = 16;

/** What `readDigits` expects of the file. */
export interface ReadDigitsOptions {
  /** How many classes there are, 1 to 256; labels run from 0 to one less. Default 10. */
  classes?: number;
  /** Height of the images in pixels. Default 28. */
  height?: number;
  /** Width of the images in pixels. Default 28. */
  width?: number;
  /** Stop after this many digits. Default: read them all. */
  maxRows?: number;
  /** What to do with a row that is not one: refuse the file (default), or leave it out and report it. */
  onBadRow?: 'throw' | 'skip';
  /** Whether there must be a label column. Default: the header decides. */
  labelled?: boolean;
}

/**
 * The digits of a CSV file: header `label,pixel0,…,pixel783` (or without `label`), then one image a row.
 *
 * The file is read in blocks of a megabyte, so memory is that of the result, whatever the size of the file.
 * A byte-order mark, Windows line ends, blank lines and a missing final line feed are all right.
 *
 * @param path the file; gzip is recognised by its content.
 * @returns the images, pixels 0 to 255, and `badRows`, the rows left out under `onBadRow: 'skip'`.
 *   Without a label column `labels` has length 0.
 * @throws InputError naming file, line and column, for any other file: `readDigits: data/train.csv line 18:
 *   expected 785 values, found 784`.
 * @throws InputError, under `onBadRow: 'skip'` too, if 100 000 rows are bad.
 * @throws RangeError if an option is out of range.
 * @example (await readDigits('data/sample.csv')).count // 300
 * @see Kaggle, Digit Recognizer (the file layout). Used in notebooks/00-start-here, notebooks/01-digits-from-csv.
 */
export async function readDigits(
  path: string,
  options: ReadDigitsOptions = {},
): Promise<Digits & { badRows: BadRow[] }> {
  const { classes = 10, height = 28, width = 28, labelled, onBadRow = 'throw' } = options;
  const maxRows = options.maxRows ?? Number.MAX_SAFE_INTEGER;
  checkInteger('readDigits', 'classes', classes, 1, 256);
  checkInteger('readDigits', 'height', height, 1);
  checkInteger('readDigits', 'width', width, 1);
  checkInteger('readDigits', 'maxRows', maxRows, 1);

  const pixels = height * width;
  const blocks = fileBlocks('readDigits', path);
  const expectedRows = Math.min(maxRows, await guessRows(path, pixels));
  const where = `readDigits: ${path}`;
  const csv = new CsvDigits({ where, pixels, classes, labelled, onBadRow, maxRows, expectedRows });
  for await (const lines of wholeLines(blocks, LONGEST_NAME * (pixels + 2), () => csv.refuseLongLine())) {
    if (!csv.read(lines)) break;
  }
  return { ...csv.finish(), height, width, classes, badRows: csv.badRows };
}

/**
 * A guess at the number of rows from the size of the file: handwritten digits take about 2.3 bytes a pixel. No more
 * than fit in a gigabyte, whatever size the file claims to have.
 */
async function guessRows(path: string, pixels: number): Promise<number> {
  const size = await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  return Math.ceil(Math.min(size / 2.3, 2 ** 30) / pixels) + 1;
}
