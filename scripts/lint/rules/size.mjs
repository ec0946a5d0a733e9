/** A lesson can be read in one sitting, a cell at one glance. */
import { allowance } from '../allowances.mjs';
import { isReference, plain, proseLines } from '../prose.mjs';

const MEGABYTE = 1_000_000;

/**
 * What a learner reads from top to bottom: prose, headings, the table of symptoms. Not code, displayed formulas,
 * folded answers, further reading. A code span or a formula in a line is one word.
 *
 * @param {import('../course.mjs').Lesson} lesson
 */
export function words(lesson) {
  return proseLines(lesson)
    .filter(line => !isReference(line))
    .flatMap(({ markdown }) => plain(markdown).split(/\s+/))
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

/** @type {import('../rules.mjs').Check} */
export function size(lesson, { allowances }) {
  const found = [];
  const code = lesson.cells.filter(({ kind }) => kind === 'code');
  const lengths = code.map(({ source }) => source.split('\n').length).sort((a, b) => a - b);
  const middle = [Math.floor((lengths.length - 1) / 2), Math.floor(lengths.length / 2)];
  const median = middle.reduce((sum, i) => sum + (lengths[i] ?? 0) / 2, 0);
  const counts = { cells: lesson.cells.length, words: words(lesson), lines: median };
  const least = { cells: 25, words: 1200, lines: 1 };
  for (const what of /** @type {const} */ (['cells', 'words', 'lines'])) {
    const most = allowance(allowances, lesson.name, what);
    const name = what === 'lines' ? 'lines in the middle one of its code cells' : what;
    if (counts[what] < least[what] || counts[what] > most)
      found.push({ line: 1, says: `expected ${least[what]} to ${most} ${name}, got ${counts[what]}` });
    else if (counts[what] <= allowance({}, '', what) && most > allowance({}, '', what))
      found.push({
        line: 1,
        says: `its allowance of ${most} ${name} is no longer needed, got ${counts[what]}`,
      });
  }
  for (const { line, source } of code) {
    const got = source.split('\n').length;
    if (got > 25) found.push({ line, says: `expected at most 25 lines in a cell, got ${got}` });
  }
  const bytes = lesson.notebook?.bytes ?? 0;
  if (bytes >= MEGABYTE)
    found.push({ line: 1, says: `expected a notebook below 1 MB, got ${(bytes / MEGABYTE).toFixed(2)} MB` });
  return found;
}
