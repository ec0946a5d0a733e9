/**
 * The CSV row folder in the browser.
 * Flow: CsvRowData → **page** → tape and folded picture.
 */
import type { CsvRowData } from '../../csvRowData';
import { createCsvRowFolder } from '../csvRow/folder';
import { CSV_ROW_STYLE } from '../csvRow/style';
import { mount } from '../mount';
import { WINDOW_STYLE } from '../window/style';

mount<CsvRowData>({
  label: 'CSV row folder',
  draw: createCsvRowFolder,
  style: WINDOW_STYLE + CSV_ROW_STYLE,
});
