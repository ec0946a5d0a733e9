/**
 * The exercises of lesson 01, in their order.
 * Flow: one file per exercise → **csv** → exercises.
 */
import { csvBadRows } from './badRows';
import { csvMeanAndSpread } from './meanAndSpread';
import { csvSplit } from './split';

export interface CsvExercises {
  readonly 'csv/badRows': typeof csvBadRows;
  readonly 'csv/split': typeof csvSplit;
  readonly 'csv/meanAndSpread': typeof csvMeanAndSpread;
}

export const csv: CsvExercises = {
  'csv/badRows': csvBadRows,
  'csv/split': csvSplit,
  'csv/meanAndSpread': csvMeanAndSpread,
};
