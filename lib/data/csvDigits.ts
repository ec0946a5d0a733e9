/**
 * Turns the lines of a digits CSV into digits, and keeps count of lines and bad rows.
 * Flow: wholeLines → **CsvDigits** (readHeader, then parseRow on every row) → readDigits.
 */
import { InputError } from '../check/inputError';
import { readHeader } from './csvHeader';
import { explainRow, parseRow } from './csvRow';
import { GrowingDigits } from './growingDigits';
import { LINE_FEED } from './wholeLines';

/** A row that was left out: its line in the file, counted from 1, and what is wrong with it. */
export interface BadRow {
  line: number;
  message: string;
}

/** Each bad row is remembered with its message; a file of more is none of digits, and would fill the memory. */
const MOST_BAD_ROWS = 100_000;

/** What `CsvDigits` has to know; `where` begins its error messages. */
export interface CsvFormat {
  where: string;
  pixels: number;
  classes: number;
  labelled: boolean | undefined;
  onBadRow: 'throw' | 'skip';
  maxRows: number;
  /** How many rows to make room for at first. */
  expectedRows: number;
}

/** Collects the rows that are read, then makes digits of them. */
export class CsvDigits {
  readonly badRows: BadRow[] = [];
  private line: number = 0;
  private names: string[] | undefined;
  private labelled: boolean = true;
  private digits: GrowingDigits;
  private row: Uint8Array = new Uint8Array(0);
  /** The part of `row` after the label. */
  private image: Uint8Array = this.row;

  constructor(private readonly format: CsvFormat) {
    this.digits = new GrowingDigits(format.pixels, true, 0);
  }

  /**
   * Takes the next lines of the file.
   *
   * @returns whether more are wanted; false once `maxRows` digits are there.
   * @throws InputError on the first line that is not what it must be.
   */
  read(lines: Buffer): boolean {
    for (let start = 0; start < lines.length; ) {
      this.line++;
      const next = this.names ? parseRow(lines, start, this.row) : -1;
      if (next > 0 && (!this.labelled || this.row[0]! < this.format.classes)) {
        this.digits.add(this.image, this.row[0]!);
        if (this.digits.count === this.format.maxRows) return false;
        start = next;
      } else {
        const end = lines.indexOf(LINE_FEED, start);
        this.readUnusual(lines.toString('utf8', start, end).replace(/\r$/, ''));
        start = end + 1;
      }
    }
    return true;
  }

  /** The digits read. @throws InputError if there are none. */
  finish(): { images: Uint8Array; labels: Uint8Array; count: number } {
    const { where } = this.format;
    if (!this.names)
      throw new InputError(`${where}: expected a header and rows of digits, found an empty file`);
    if (this.digits.count === 0) {
      const [first] = this.badRows;
      const found = first
        ? `${this.badRows.length} bad rows, the first in line ${first.line}`
        : 'only a header';
      throw new InputError(`${where}: expected rows of digits, found ${found}`);
    }
    return this.digits.finish();
  }

  /** @throws InputError: the line now being read has no end in sight. */
  refuseLongLine(): never {
    const { where, pixels } = this.format;
    const line = this.line + 1;
    throw new InputError(
      `${where} line ${line}: expected a row of ${pixels} pixels, found a far longer line`,
    );
  }

  /** Any line that is not a good row: the header, a blank line, or a bad one. */
  private readUnusual(text: string): void {
    const { where, classes, onBadRow } = this.format;
    if (text === '' || text === '\uFEFF') return;
    if (text.includes('\0')) {
      throw new InputError(`${where} line ${this.line}: expected text, found binary data`);
    }
    if (!this.names) {
      this.readHeader(text);
      return;
    }
    const message = `${where} line ${this.line}${explainRow(text, this.names, classes)}`;
    if (onBadRow === 'throw') throw new InputError(message);
    this.badRows.push({ line: this.line, message });
    if (this.badRows.length < MOST_BAD_ROWS) return;
    const first = this.badRows[0]!.line;
    throw new InputError(
      `${where}: expected rows of digits, found ${MOST_BAD_ROWS} bad rows, the first in line ${first}`,
    );
  }

  private readHeader(text: string): void {
    const { where, pixels, labelled, expectedRows } = this.format;
    const header = readHeader(text, pixels, labelled, `${where} line ${this.line}`);
    this.names = header.names;
    this.labelled = header.labelled;
    this.digits = new GrowingDigits(pixels, header.labelled, expectedRows);
    this.row = new Uint8Array(header.names.length);
    this.image = header.labelled ? this.row.subarray(1) : this.row;
  }
}
