/**
 * What a reader guessed before running a cell, beside what came out.
 * Flow: "Predict." → the reader's variable → **compareGuess** → message under the cell.
 */
import { formatNumber } from '../plot/formatNumber';
import { seriesStyle } from '../plot/theme';
import { type Message, showMessage } from './message';

/** How strict `compareGuess` is, and where it speaks. */
export interface CompareGuessOptions {
  /** How far off still counts as right, as a share of the actual value; 0.05 when not given. */
  readonly tolerance?: number;
  /** Receives what is said, outside a notebook; standard output when not given. */
  readonly write?: (text: string) => void;
}

const RIGHT = seriesStyle(2).color;
/** Nothing at all, or the dots that a lesson puts where the guess goes. */
const PLACEHOLDER = /^[\s.…]*$/;

/**
 * Says in a sentence how good a guess was. Numbers are compared; words are put side by side, for the reader to judge.
 *
 * @param guess the reader's; `undefined`, an empty text or `'…'` means that there is none yet.
 * @example compareGuess(50, 784) // Your guess: 50. It is 784, so you were about 16 times too low.
 * @example compareGuess('it stops', 'NaN') // Your guess: “it stops”. It is “NaN”.
 * @see Used in notebooks/03-sigmoid.
 */
export function compareGuess(
  guess: number | string | undefined,
  actual: number | string,
  options: CompareGuessOptions = {},
): void {
  const { tolerance = 0.05, write = (text: string) => process.stdout.write(text) } = options;
  showMessage(compare(guess, actual, tolerance), write);
}

function compare(guess: number | string | undefined, actual: number | string, tolerance: number): Message {
  if (guess === undefined || PLACEHOLDER.test(String(guess))) {
    const paragraphs = [
      `It is ${written(actual)}. Next time guess first: a wrong guess teaches more than none.`,
    ];
    return { lead: 'No guess yet.', paragraphs };
  }
  const number = Number(guess);
  if (typeof actual === 'string' || (typeof guess === 'string' && Number.isNaN(number))) {
    return { lead: 'Your guess:', paragraphs: [`“${guess}”. It is ${written(actual)}.`] };
  }
  if (Object.is(number, actual) || Math.abs(number - actual) <= tolerance * Math.abs(actual)) {
    const paragraphs = [`You wrote ${written(number)}, and it is ${written(actual)}.`];
    return { lead: 'Well guessed.', paragraphs, color: RIGHT };
  }
  const paragraphs = [`${written(number)}. It is ${written(actual)}${distance(number, actual)}.`];
  return { lead: 'Your guess:', paragraphs };
}

/** How far off a guess was: as a factor from 2 on, else as a difference. */
function distance(guess: number, actual: number): string {
  if (!Number.isFinite(guess) || !Number.isFinite(actual)) return '';
  const direction = guess < actual ? 'too low' : 'too high';
  const ratio = Math.max(guess / actual, actual / guess);
  const far = guess > 0 && actual > 0 && ratio >= 2;
  return `, so you were ${far ? `about ${rounded(ratio)} times` : rounded(Math.abs(actual - guess))} ${direction}`;
}

/** Two digits are enough to say how far off somebody was. */
function rounded(value: number): string {
  return formatNumber(Number(value.toPrecision(2)));
}

function written(value: number | string): string {
  return typeof value === 'number' ? formatNumber(value) : `“${value}”`;
}
