/**
 * A row of a CSV file that folds into a picture, number by number.
 * Flow: text of the row → **csvRowFolder** → Interactive → `show`.
 */
import { columnNames } from '../../data/csvHeader';
import { explainRow, parseRow } from '../../data/csvRow';
import { type CsvRowData, DIGIT_SIDE, inkiestPlace } from './csvRowData';
import { gridPicture } from './gridPicture';
import type { Interactive } from './interactive';
import { placeText } from './placeText';

/** What `csvRowFolder` folds into a picture. */
export interface CsvRowFolderOptions {
  /** A line of the file without its header: 785 whole numbers between commas, the label first. */
  readonly row: string;
}

const PIXELS = DIGIT_SIDE * DIGIT_SIDE;
const COLUMN_NAMES: readonly string[] = columnNames(PIXELS, true);

/**
 * Walk along the row by slider, buttons or by itself: each number is marked in the text and comes to its pixel.
 * Point at a pixel, or walk over the picture with the arrow keys, to learn where it stands in the row. The row can
 * be cut after another number of values too, to see what a wrong width does.
 *
 * @throws RangeError if the row has another number of values, or one that is no whole number from 0 to 255.
 * @example const [header, first] = (await readFile('data/sample.csv', 'utf8')).split('\n');
 * show(csvRowFolder({ row: first }))
 * @see Used in notebooks/01-digits-from-csv.
 */
export function csvRowFolder({ row }: CsvRowFolderOptions): Interactive {
  const line = row.trimEnd();
  const values = new Uint8Array(COLUMN_NAMES.length);
  if (parseRow(Buffer.from(`${line}\n`), 0, values) < 0) {
    throw new RangeError(`csvRowFolder: row${explainRow(line, COLUMN_NAMES, 256)}`);
  }
  const data: CsvRowData = { label: values[0]!, pixels: values.subarray(1) };
  return { page: 'csvRowFolder', data, ...csvRowPicture(data) };
}

/** The picture half laid down, and whole. */
function csvRowPicture({ label, pixels }: CsvRowData): Pick<Interactive, 'picture' | 'alt'> {
  const values = Array.from(pixels);
  const place = inkiestPlace(values);
  const note = `${placeText(place, DIGIT_SIDE, values[place]!)}.`;
  const alt =
    `A CSV row with the label ${label}, cut after every ${DIGIT_SIDE} pixels: laid under each other, ` +
    `the pieces show the digit. ${note}`;
  const frame = {
    top: Math.floor(place / DIGIT_SIDE),
    left: place % DIGIT_SIDE,
    height: 1,
    width: 1,
  };
  const grid = { columns: DIGIT_SIDE, shade: 'grey', frame } as const;
  const laidDown = values.map((value, at) => (at <= place ? value : undefined));
  const picture = gridPicture(
    [
      { ...grid, title: `${place + 1} pixels laid down`, values: laidDown },
      { ...grid, title: `All ${PIXELS}: label ${label}`, values },
    ],
    note,
    alt,
  );
  return { picture, alt };
}
