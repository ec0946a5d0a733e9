/**
 * Turns the text of an option into a number, or refuses it.
 * Flow: commander → **options** → the command's numbers.
 */
import { InvalidArgumentError } from 'commander';

/** A parser for whole numbers from `smallest` on. @example parseInteger(1)('0') // refused: Expected … */
export function parseInteger(smallest: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= smallest) return value;
    throw new InvalidArgumentError(`Expected a whole number, ${smallest} or more.`);
  };
}

/** A parser for numbers above 0. */
export function parsePositive(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('Expected a number above 0.');
}

/** A parser for parts of 1. */
export function parsePart(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= 1) return value;
  throw new InvalidArgumentError('Expected a number above 0, 1 at most.');
}
