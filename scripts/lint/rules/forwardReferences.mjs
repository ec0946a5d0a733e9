/**
 * A lesson uses only what it or an earlier one has introduced.
 *
 * - A term of the glossary that a later lesson explains is neither used nor linked; everyday words that are also terms
 *   may be used, not linked.
 * - A name of the library that a later lesson derives (its docstring says so) is used only below prose, of this lesson
 *   or an earlier one, that names it.
 *
 * A line may point ahead if it says so: "lesson 09 …", or **Next:**. It may name a term in *italics* without using it.
 */
import { lessonsOfNames } from '../library.mjs';
import { isReference, plain, proseLines } from '../prose.mjs';

/** Terms that everybody knows as words; only a link gives them the meaning of the glossary. */
const EVERYDAY = new Set(
  'dead distance feed fetch kernel label mean operation run score seed session surprise tape temperature tie weight'.split(
    ' ',
  ),
);

/** @typedef {{ term: string, lesson: number }} Term */

/** Terms with the number of their lesson. @param {import('../course.mjs').Course} course @returns {Term[]} */
export function glossaryTerms({ glossary }) {
  const text = glossary?.lines.join('\n') ?? '';
  return [...text.matchAll(/^### (.+)\n\n[\s\S]*?→ \[.*\]\((\d\d)-[\w-]+\.ipynb\)$/gm)].map(
    ([, term = '', lesson]) => ({ term, lesson: Number(lesson) }),
  );
}

const derived = lessonsOfNames();

/** @param {string} source */
const withoutImports = source => source.replace(/^import [\s\S]*?;$/gm, '');

/**
 * @param {import('../course.mjs').Lesson} lesson
 * @param {import('../course.mjs').Course} course
 */
function names(lesson, course) {
  const earlier = course.lessons.filter(({ number }) => number < lesson.number).flatMap(proseLines);
  return [...derived].flatMap(([name, from]) => {
    if (from <= lesson.number) return [];
    const use = new RegExp(`(?<![\\w.])${name}\\b(?!:)`);
    const cell = lesson.cells.findIndex(
      ({ kind, source }) => kind === 'code' && use.test(withoutImports(source)),
    );
    const code = lesson.cells[cell];
    if (code === undefined || !isImported(lesson, name)) return [];
    const above = proseLines(lesson).filter(line => line.cell < cell);
    if ([...earlier, ...above].some(({ markdown }) => markdown.includes(`\`${name}`))) return [];
    return [
      {
        line: code.line,
        says: `lesson ${from} derives ${name}, expected prose above that says what \`${name}\` does`,
      },
    ];
  });
}

/** @param {import('../course.mjs').Lesson} lesson @param {string} name */
function isImported({ cells }, name) {
  const imports = cells.flatMap(({ kind, source }) =>
    kind === 'code' ? (source.match(/^import [\s\S]*?;$/gm) ?? []) : [],
  );
  return imports.some(text => text.includes("'digits-cnn") && new RegExp(`\\b${name}\\b`).test(text));
}

/** @param {string} markdown */
const withoutItalics = markdown => markdown.replace(/(?<![*\w])\*[^*]+\*(?![*\w])/g, '');

/** @param {string} text */
const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * @param {import('../course.mjs').Lesson} lesson
 * @param {import('../course.mjs').Course} course
 */
function terms(lesson, course) {
  const all = glossaryTerms(course);
  const later = all.filter(term => term.lesson > lesson.number);
  const introduced = new Set(all.filter(term => term.lesson <= lesson.number).map(({ term }) => term));
  return proseLines(lesson).flatMap(prose => {
    const { line, markdown } = prose;
    const named = [...markdown.matchAll(/lessons? (\d\d)(?:(?:, | and |–)(\d\d))*/gi)].flatMap(
      match => match[0].match(/\d\d/g) ?? [],
    );
    const ahead = Math.max(...named.map(Number), 0);
    if (isReference(prose) || markdown.startsWith('**Next:**')) return [];
    return later.flatMap(({ term, lesson: from }) => {
      if (markdown.includes(`](glossary.ipynb#${term.replaceAll(' ', '-')})`))
        return [{ line, says: `lesson ${from} explains ${term}, expected no link to it before` }];
      if (ahead >= from || EVERYDAY.has(term)) return [];
      const used = new RegExp(`(?<![\\p{L}-])${escaped(term)}(?:s|es)?(?![\\p{L}-])`, 'iu').exec(
        plain(withoutItalics(markdown)),
      )?.[0];
      // "scores" may be a term of its own, and an earlier one.
      return used === undefined || introduced.has(used.toLowerCase())
        ? []
        : [
            {
              line,
              says: `lesson ${from} explains ${term}, expected it to be used from there on, got ${used}`,
            },
          ];
    });
  });
}

/** @type {import('../rules.mjs').Check} */
export function forwardReferences(lesson, course) {
  return [...names(lesson, course), ...terms(lesson, course)];
}
