/**
 * One row of a digits CSV: whole numbers between commas, up to the end of the line.
 * Flow: wholeLines → **parseRow** → readDigits; **explainRow** puts a refused row into words.
 */
import { LINE_FEED } from './wholeLines';

/** The bytes that a CSV of digits is made of. */
export const COMMA = 44;
export const ZERO = 48;
const CARRIAGE_RETURN = 13;
const LONGEST_QUOTE = 20;

/**
 * Reads `values.length` numbers of one to three figures, each 0 to 255, from `bytes[start]` on.
 *
 * @param bytes whole lines, so that a line feed comes before the end.
 * @param values where the numbers go; half filled when the row is refused.
 * @returns the index after the row's line feed, or −1 when the row is anything else.
 */
export function parseRow(bytes: Uint8Array, start: number, values: Uint8Array): number {
  let at = start;
  const last = values.length - 1;
  for (let column = 0; ; column++) {
    let value = bytes[at++]! - ZERO;
    if (value < 0 || value > 9) return -1;
    let next = bytes[at++]!;
    for (let figures = 1; figures < 3 && next >= ZERO && next <= ZERO + 9; figures++) {
      value = value * 10 + (next - ZERO);
      next = bytes[at++]!;
    }
    if (value > 255) return -1;
    values[column] = value;
    if (column < last) {
      if (next !== COMMA) return -1;
    } else {
      if (next === CARRIAGE_RETURN) next = bytes[at++]!;
      return next === LINE_FEED ? at : -1;
    }
  }
}

/**
 * Says in words why `parseRow` refused a row: the first thing that is wrong with it.
 *
 * @param names the column names of the header.
 * @returns such as `, column pixel7: expected a whole number from 0 to 255, found "abc"`, to follow a line number.
 */
export function explainRow(row: string, names: readonly string[], classes: number): string {
  const cells = row.split(',');
  if (cells.length !== names.length) return `: expected ${names.length} values, found ${cells.length}`;
  const largest = (column: number): number => (names[column] === 'label' ? classes - 1 : 255);
  const wrong = cells.findIndex((cell, column) => !/^\d{1,3}$/.test(cell) || Number(cell) > largest(column));
  const expected = `expected a whole number from 0 to ${largest(wrong)}`;
  return `, column ${names[wrong]}: ${expected}, found ${quote(cells[wrong]!)}`;
}

/** The text in quotes, cut at 20 characters, with control characters made visible. */
export function quote(text: string): string {
  const cut = text.length > LONGEST_QUOTE;
  return `${JSON.stringify(cut ? text.slice(0, LONGEST_QUOTE) : text)}${cut ? '…' : ''}`;
}
