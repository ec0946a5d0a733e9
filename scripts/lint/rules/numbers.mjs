/**
 * Every number that the prose quotes is printed above it.
 *
 * Asked for are decimals, percentages and whole numbers from 100 on. One is covered by
 * - an output or the source of a cell above, or the source of the cell that it introduces, rounded as it is quoted;
 *   a share also as a percentage, and as "96 of 100" or "957 of 1 000" (the long tables of figures serve their own
 *   section only);
 * - an output of an earlier lesson that the same line names;
 * - a sum or product that the line writes out, such as 80 + 1 168;
 * - the facts of the data, below.
 * Not asked for: code spans, formulas, what stands in quotation marks, years, numbers of exercises, chapters and
 * sections, the line about time, references.
 */
import { outputText, pageText } from '../outputs.mjs';
import { proseLines } from '../prose.mjs';

/** What lesson 00 says of the data, and every later one may repeat. */
const FACTS = new Map([
  [255, 'the darkest ink'],
  [784, 'pixels of a picture, 28 · 28'],
  [10_000, 'digits in test.csv'],
  [60_000, 'digits in train.csv'],
]);

const SPACE = '[ \\u00a0\\u202f]';
const WHOLE = `\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)|\\d+`;
const QUOTED = new RegExp(`(?<![\\p{L}\\d.,_^:/])(${WHOLE})(\\.\\d+)?(?!\\d|\\.\\d)(${SPACE}?%)?`, 'gu');
const PRINTED = /(?<![\p{L}_])(?:\d[\d_]*(?:[\u00a0\u202f]\d{3})*(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/gu;
const PRINTED_IN_GROUPS = /(?<![\p{L}\d.])\d{1,3}(?: \d{3})+(?![\d.])/gu;
const TERM = `(?:${WHOLE})(?:\\.\\d+)?`;
const SUM = new RegExp(`(?<![\\p{L}\\d.])${TERM}(?: [·×+−/] ${TERM})+`, 'gu');

/** What may stand before a number that is rounded to one side. */
const SIDES = {
  about: /\b(?:about|some|roughly|around)\s*$/i,
  below: /\b(?:nearly|almost|less than|fewer than|at most|up to|below|under)\s*$/i,
  above: /\b(?:more than|over|at least|above)\s*$/i,
};
/** A number behind these counts no thing. */
const NAME =
  /\b(?:exercises?|chapters?|sections?|figure|table|page|version|§)\s*(?:\d+(?:\.\d+)?(?:,| and)\s*)*$/i;

/** @param {string} number @returns {number} */
const read = number => Number(number.replace(/[ \u00a0\u202f_]/g, ''));

/** All numbers in an output or a source. @param {string} text @returns {number[]} */
function printedNumbers(text) {
  const found = [...(text.match(PRINTED) ?? []), ...(text.match(PRINTED_IN_GROUPS) ?? [])];
  return found.map(read).filter(Number.isFinite);
}

/** The value of a sum such as `28 · 2 + 3`. @param {string} sum */
function worksOut(sum) {
  const [first = '', ...rest] = sum.split(/ ([·×+−/]) /);
  const terms = [read(first)];
  for (let i = 0; i < rest.length; i += 2) {
    const number = read(rest[i + 1] ?? '');
    if (rest[i] === '+') terms.push(number);
    else if (rest[i] === '−') terms.push(-number);
    else terms.push((terms.pop() ?? 0) * (rest[i] === '/' ? 1 / number : number));
  }
  return terms.reduce((total, term) => total + term, 0);
}

/** What is no prose, replaced by as many blanks. @param {string} markdown */
function withoutCode(markdown) {
  return markdown.replace(/`[^`]*`|"[^"]*"|\$[^$]+\$|\]\([^)]*\)|<[^>]+>/g, hidden =>
    '\u0000'.repeat(hidden.length),
  );
}

/**
 * @typedef {object} Quote
 * @property {string} text as it is written
 * @property {number} value
 * @property {number} digits behind the point
 * @property {boolean} isPercent
 * @property {number} [of] the whole, in "957 of 1 000"
 * @property {string} [side] of the quoted number on which the printed one is: about, below, above
 */

/** The numbers of a line that have to be covered. @param {string} markdown @returns {Quote[]} */
export function quotedNumbers(markdown) {
  const text = withoutCode(markdown);
  return [...text.matchAll(QUOTED)].flatMap(match => {
    const [all, whole = '', fraction = '', percent] = match;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + all.length);
    const value = read(whole + fraction);
    const isPercent = percent !== undefined || /^ (?:of|in) (?:a )?100(?![\d.]| \d)/.test(after);
    const isSmall = fraction === '' && !isPercent && value < 100;
    const isYear = /^(?:19|20)\d\d$/.test(all);
    const isPower = /^[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/.test(after);
    const isHundred = all === '100' && /\d (?:of|in) (?:a )?$/.test(before); // "96 of 100" is 96 %
    if (isSmall || isYear || isPower || isHundred || NAME.test(before)) return [];
    const total = new RegExp(`^ of (?:the |all |nearly )?(${WHOLE})(?![\\d.])`).exec(after)?.[1];
    const of = total === undefined ? {} : { of: read(total) };
    return [
      {
        text: all,
        value,
        digits: Math.max(0, fraction.length - 1),
        isPercent,
        side: Object.entries(SIDES).find(([, words]) => words.test(before))?.[0],
        ...of,
      },
    ];
  });
}

/** Whether a printed number, rounded as the quoted one is, is the quoted one. @param {Quote} quote @param {number} printed */
export function covers({ value, digits, isPercent, of, side }, printed) {
  const readings = [
    printed,
    ...(isPercent ? [100 * printed] : []),
    ...(of !== undefined && printed <= 1 ? [of * printed] : []),
  ];
  // "nearly 27 000" is 26 866, "more than 96 %" is 96.65: off by less than one of the last digit that is not 0.
  const zeros = digits > 0 ? 0 : (/0*$/.exec(String(value))?.[0].length ?? 0);
  const unit = 10 ** (zeros - digits);
  const rounded = 10 ** -digits / 2;
  const less = side === undefined ? rounded : side === 'above' ? 0 : unit;
  const more = side === undefined ? rounded : side === 'below' ? 0 : unit;
  const slack = 1e-9 * Math.max(1, value);
  return readings.some(reading => reading >= value - less - slack && reading <= value + more + slack);
}

/**
 * The numbers in the outputs of a lesson's cells, by cell.
 *
 * @param {import('../course.mjs').Lesson} lesson
 * @param {(output: import('../course.mjs').Output) => string} textOf
 */
function outputNumbers({ cells, notebook }, textOf) {
  return cells.map((_, i) => printedNumbers((notebook?.cells[i]?.outputs ?? []).map(textOf).join('\n')));
}

/** @type {import('../rules.mjs').Check} */
export function numbers(lesson, course) {
  const outputs = outputNumbers(lesson, outputText);
  const pages = outputNumbers(lesson, pageText);
  const sources = lesson.cells.map(({ kind, source }) => (kind === 'code' ? printedNumbers(source) : []));
  /** Values that the prose itself has worked out so far. @type {number[]} */
  const worked = [];
  let begin = 0; // the cell in which the section begins
  return proseLines(lesson).flatMap(({ line, cell, markdown, section }) => {
    if (markdown.startsWith('## ')) begin = cell;
    if (section === 'Further reading' || markdown.startsWith('**Time:**')) return [];
    worked.push(...(withoutCode(markdown).match(SUM) ?? []).map(worksOut));
    const next = lesson.cells.findIndex((other, i) => i > cell && other.kind === 'markdown');
    const introduced = sources.slice(cell + 1, next < 0 ? undefined : next);
    const named = new Set([...markdown.matchAll(/lessons? (\d\d)/gi)].map(([, number]) => Number(number)));
    const earlier = course.lessons.filter(({ number }) => named.has(number) && number < lesson.number);
    const printed = [
      outputs.slice(0, cell),
      sources.slice(0, cell),
      pages.slice(begin, cell),
      introduced,
    ].flat(2);
    const before = earlier.flatMap(other => outputNumbers(other, outputText).flat());
    const known = [...FACTS.keys(), ...worked, ...printed, ...before];
    return quotedNumbers(markdown)
      .filter(quote => !known.some(printed => covers(quote, printed)))
      .map(({ text }) => ({
        line,
        says: `expected a cell above that prints what the prose quotes, got ${text}`,
      }));
  });
}
