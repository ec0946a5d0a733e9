/**
 * The first line of a digits CSV: `label,pixel0,…,pixel783`, or the same without `label`.
 * Flow: wholeLines → **readHeader** → readDigits knows the columns.
 */
import { InputError } from '../check/inputError';
import { quote } from './csvRow';

/** The column names of a digits CSV, in Kaggle's layout. */
export function columnNames(pixels: number, labelled: boolean): string[] {
  const names = Array.from({ length: pixels }, (_, pixel) => `pixel${pixel}`);
  return labelled ? ['label', ...names] : names;
}

/**
 * Checks the header, name by name: a file with its columns in another order would be read wrong without a word.
 *
 * @param line the first line without its line end; a byte-order mark is allowed.
 * @param labelled whether there must be labels; left out, the header decides.
 * @param where the beginning of an error message: who reads which file and line.
 * @throws InputError naming the first column that differs.
 */
export function readHeader(
  line: string,
  pixels: number,
  labelled: boolean | undefined,
  where: string,
): { names: string[]; labelled: boolean } {
  const found = line.replace(/^\uFEFF/, '').split(',');
  const withLabels = labelled ?? found[0] === 'label';
  const names = columnNames(pixels, withLabels);
  const expected = `expected the header "${names.slice(0, 2).join(',')},…,${names.at(-1)}" (${names.length} names)`;
  const wrong = names.findIndex((name, column) => name !== found[column]);
  if (wrong >= 0) {
    const name = found[wrong];
    const instead =
      name === undefined ? `only ${found.length} names` : `${quote(name)} in column ${wrong + 1}`;
    throw new InputError(`${where}: ${expected}, found ${instead}`);
  }
  if (found.length > names.length) {
    throw new InputError(`${where}: ${expected}, found ${found.length} names`);
  }
  return { names, labelled: withLabels };
}
