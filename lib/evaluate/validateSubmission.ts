/**
 * Finds what is wrong with a submission before Kaggle does.
 * Flow: submission.csv → **validateSubmission** → upload.
 */
import { InputError } from '../check/inputError';
import { checkInteger } from '../check/numbers';
import { quote } from '../data/csvRow';
import { fileBlocks } from '../data/fileBlocks';
import { wholeLines } from '../data/wholeLines';
import { LARGEST_LABEL, SUBMISSION_HEADER } from './writeSubmission';

const CALLER = 'validateSubmission';

/** No line of a submission is nearly as long, in bytes. */
const LONGEST_LINE = 1000;

/**
 * Reads a submission: the header `ImageId,Label`, then `1,…` to `count,…` in order, each with a label from 0 to 9.
 * Lines may end in LF or CRLF.
 *
 * @param count how many digits were to be answered: 28 000 in the competition.
 * @returns the labels, in order.
 * @throws InputError naming file and line, with what was expected and what was found.
 * @example await validateSubmission('submission.csv', 28000)
 * // InputError: validateSubmission: submission.csv line 3: expected "2," and a label from 0 to 9, found "2,10"
 * @see Used in notebooks/15-ship-it.
 */
export async function validateSubmission(path: string, count: number): Promise<Uint8Array> {
  checkInteger(CALLER, 'count', count, 1);
  const labels = new Uint8Array(count);
  let line = 0;
  for await (const text of linesOf(path)) {
    line++;
    const where = `${CALLER}: ${path} line ${line}`;
    if (line === 1) {
      if (text === SUBMISSION_HEADER) continue;
      throw new InputError(`${where}: expected the header "${SUBMISSION_HEADER}", found ${quote(text)}`);
    }
    const id = line - 1;
    if (id > count)
      throw new InputError(`${where}: expected the end after ${count} rows, found ${quote(text)}`);
    const [, found, label] = /^(\d+),(\d)$/.exec(text) ?? [];
    if (Number(found) !== id || label === undefined) {
      const expected = `expected "${id}," and a label from 0 to ${LARGEST_LABEL}`;
      throw new InputError(`${where}: ${expected}, found ${quote(text)}`);
    }
    labels[id - 1] = Number(label);
  }
  if (line <= count) {
    const found = line === 0 ? 'an empty file' : `${line - 1}`;
    throw new InputError(`${CALLER}: ${path}: expected ${count} rows, found ${found}`);
  }
  return labels;
}

/** The lines without their ends. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const tooLong = (): never => {
    throw new InputError(
      `${CALLER}: ${path}: expected short lines, found one of more than ${LONGEST_LINE} bytes`,
    );
  };
  for await (const block of wholeLines(fileBlocks(CALLER, path), LONGEST_LINE, tooLong)) {
    yield* block.toString('utf8').split(/\r?\n/).slice(0, -1);
  }
}
