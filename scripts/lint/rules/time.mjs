/** The line about time can be believed: what it says about computing is within twice what was measured. */
import { allowance } from '../allowances.mjs';
import { proseLines } from '../prose.mjs';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** @type {Record<string, number>} */
const NUMBERS = { a: 1, 'half a': 0.5, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50 };
for (const [value, word] of WORDS.entries()) NUMBERS[word] = value;

const AMOUNT = new RegExp(
  `(\\d+|${Object.keys(NUMBERS)
    .sort((a, b) => b.length - a.length)
    .join('|')}) (second|minute)s?( and a half)? of computing`,
);

/**
 * @param {string} text such as "about a minute and a half of computing"
 * @returns {number | undefined} seconds
 */
export function statedSeconds(text) {
  const [, number = '', unit, half] = AMOUNT.exec(text) ?? [];
  if (unit === undefined) return undefined;
  return ((NUMBERS[number] ?? Number(number)) + (half ? 0.5 : 0)) * (unit === 'minute' ? 60 : 1);
}

/** @type {import('../rules.mjs').Check} */
export function time(lesson, { allowances }) {
  const stated = proseLines(lesson).find(({ markdown }) => markdown.startsWith('**Time:**'));
  if (stated === undefined) return []; // parts.mjs says so
  const { line, markdown } = stated;
  const found = [];
  const minutes = Number(/ (\d+) minutes to read/.exec(markdown)?.[1]);
  if (!(minutes >= 25 && minutes <= 45))
    found.push({
      line,
      says: `expected 25 to 45 minutes to read, got ${Number.isNaN(minutes) ? markdown : minutes}`,
    });

  const seconds = statedSeconds(markdown);
  const measured = lesson.notebook?.metadata['digits-cnn']?.seconds;
  const limit = allowance(allowances, lesson.name, 'seconds');
  if (seconds === undefined)
    found.push({
      line,
      says: `the computing is told in words, expected such as "half a minute of computing", got ${markdown}`,
    });
  if (measured === undefined)
    found.push({
      line,
      says: `the time was never measured, expected npm run notebooks -- --measure ${lesson.name}`,
    });
  else if (measured > limit)
    found.push({ line, says: `expected at most ${limit} s of computing, got ${measured} s measured` });
  if (seconds !== undefined && measured !== undefined && (seconds > 2 * measured || measured > 2 * seconds))
    found.push({ line, says: `expected a time within twice the ${measured} s measured, got ${seconds} s` });
  return found;
}
