/**
 * Digits as danfojs frames, to look at: head, groupby, query. Narrow or short ones, for danfojs is slow on wide
 * frames; loading, scaling and one-hot are the library's own.
 * Flow: readDigits → **data frames** → lesson 01.
 */
import type { DataFrame, Series } from 'danfojs-node';
import { checkInteger } from '../check/numbers';
import { columnNames } from '../data/csvHeader';
import { pixelStatistics } from '../data/pixelStatistics';
import type { Digits } from '../types/digits';
import { nativeMissing } from './tf';

/**
 * The first digits as they stand in the file: `label, pixel0, …`, one row for each.
 *
 * @param options `maxRows`: how many rows at most, 100 when not given.
 * @returns at most `maxRows` rows; no `label` column where the digits have no labels.
 * @throws Error if danfojs-node is not installed.
 * @example toDataFrame(digits, { maxRows: 5 }).shape // [5, 785]
 * @see Used in notebooks/01-digits-from-csv.
 */
export function toDataFrame(digits: Digits, { maxRows = 100 }: { maxRows?: number } = {}): DataFrame {
  checkInteger('toDataFrame', 'maxRows', maxRows, 1);
  const { images, labels, count, height, width } = digits;
  const size = height * width;
  const isLabelled = labels.length > 0;
  const rows = Array.from({ length: Math.min(count, maxRows) }, (_, row) => [
    ...(isLabelled ? [labels[row]!] : []),
    ...images.subarray(row * size, (row + 1) * size),
  ]);
  const { DataFrame } = danfojs('toDataFrame');
  return new DataFrame(rows, { columns: columnNames(size, isLabelled) });
}

/**
 * All labels as one column, for `valueCounts`.
 *
 * @throws Error if danfojs-node is not installed.
 * @example labelSeries(digits).valueCounts().print()
 * @see Used in notebooks/01-digits-from-csv.
 */
export function labelSeries({ labels }: Digits): Series {
  const { Series } = danfojs('labelSeries');
  return new Series(Array.from(labels));
}

/**
 * `pixelStatistics` as a frame, one row for each pixel place: `row, column, mean, standardDeviation, smallest, largest`.
 *
 * @throws InputError if there are no digits; Error if danfojs-node is not installed.
 * @example pixelFrame(digits).shape // [784, 6]
 * @see Used in notebooks/01-digits-from-csv.
 */
export function pixelFrame(digits: Digits): DataFrame {
  const { mean, standardDeviation, smallest, largest } = pixelStatistics(digits);
  const rows = Array.from(mean, (value, place) => [
    Math.floor(place / digits.width),
    place % digits.width,
    value,
    standardDeviation[place]!,
    smallest[place]!,
    largest[place]!,
  ]);
  const { DataFrame } = danfojs('pixelFrame');
  return new DataFrame(rows, {
    columns: ['row', 'column', 'mean', 'standardDeviation', 'smallest', 'largest'],
  });
}

/** danfojs takes a second to load, so it is loaded when it is first needed; after tf, which it looks for by name. */
function danfojs(caller: string): typeof import('danfojs-node') {
  try {
    return require('danfojs-node') as typeof import('danfojs-node');
  } catch (error) {
    const reason = (error as Error).message.split('\n', 1)[0];
    const without = nativeMissing === undefined ? '' : `, without native TensorFlow (${nativeMissing})`;
    throw new Error(`${caller}: danfojs-node must be installed, it does not load${without}: ${reason}`);
  }
}
