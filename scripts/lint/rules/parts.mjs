/** The parts of a lesson are all there, in their order, and what is asked is answered. */
import { proseLines } from '../prose.mjs';

/** @typedef {import('../prose.mjs').ProseLine} ProseLine */

/** How each part begins. */
const PARTS = [
  '**You will be able to**',
  '**Time:**',
  '**Two questions',
  '## What could go wrong',
  '## Summary',
  '<details><summary>The two questions from the beginning</summary>',
  '## Further reading',
];

/** The numbered items that follow a line. @param {readonly ProseLine[]} prose @param {number} at */
function itemsAfter(prose, at) {
  const rest = prose.slice(at + 1);
  const end = rest.findIndex(({ markdown }) => !/^\d+\. /.test(markdown));
  return end < 0 ? rest : rest.slice(0, end);
}

/** @type {import('../rules.mjs').Check} */
export function parts(lesson, course) {
  const prose = proseLines(lesson);
  const end = { line: lesson.lines.length, markdown: '' };
  const at = PARTS.map(start => prose.findIndex(({ markdown }) => markdown.startsWith(start)));
  const found = [];
  let latest = -1;
  for (const [i, part] of PARTS.entries()) {
    const place = at[i] ?? -1;
    if (place < 0)
      found.push({ line: end.line, says: `a part is missing, expected a line that begins with ${part}` });
    else if (place < latest)
      found.push({
        line: prose[place]?.line ?? 1,
        says: `${part} comes too early, expected it after ${PARTS[i - 1]}`,
      });
    latest = Math.max(latest, place);
  }

  const [goals = -1, , questions = -1, wrong = -1, , answers = -1] = at;
  for (const [place, want, name] of /** @type {[number, number, string][]} */ ([
    [goals, 3, 'goals'],
    [questions, 2, 'questions'],
    [answers, 2, 'answers'],
  ])) {
    const got = place < 0 ? want : itemsAfter(prose, place).length;
    if (got !== want)
      found.push({ line: prose[place]?.line ?? 1, says: `expected ${want} numbered ${name}, got ${got}` });
  }
  for (const { line, markdown } of questions < 0 ? [] : itemsAfter(prose, questions)) {
    for (const [, number] of markdown.matchAll(/lesson (\d\d)/gi)) {
      if (Number(number) >= lesson.number)
        found.push({ line, says: `a question is about an earlier lesson, got lesson ${number}` });
    }
  }
  const table = prose.find(
    ({ section, markdown }) => section === 'What could go wrong' && markdown.startsWith('|'),
  );
  if (wrong >= 0 && !table?.markdown.includes('| you see |')) {
    const { line = end.line, markdown = 'none' } = table ?? {};
    found.push({ line, says: `expected a table of symptoms, | you see | it means |, got ${markdown}` });
  }

  found.push(...predictions(lesson, prose));

  const kept = lesson.cells.find(({ kind, source }) => kind === 'code' && /^progress\(/m.test(source));
  const call = lesson.number === 0 ? 'progress()' : `progress({ lesson: '${lesson.name}' })`;
  if (kept === undefined || !kept.source.includes(call)) {
    found.push({
      line: kept?.line ?? end.line,
      says: `expected a cell with ${call}, got ${kept?.source ?? 'none'}`,
    });
  }
  const last = prose.at(-1);
  const isLast = course.lessons.at(-1) === lesson;
  if (!isLast && !last?.markdown.startsWith('**Next:** ')) {
    found.push({
      line: last?.line ?? end.line,
      says: `the lesson ends with what comes next, expected **Next:** …, got ${last?.markdown}`,
    });
  }
  return found;
}

/**
 * Predict, run, explain: below a prediction comes code, below the code the explanation.
 *
 * @param {import('../course.mjs').Lesson} lesson
 * @param {readonly ProseLine[]} prose
 */
function predictions({ cells }, prose) {
  return prose.flatMap(({ line, cell, markdown }) => {
    if (!markdown.startsWith('**Predict.**')) return [];
    const code = cells.findIndex((other, i) => i > cell && other.kind === 'code');
    const explained = cells.findIndex((other, i) => i > code && other.kind === 'markdown');
    return code === cell + 1 && explained > 0
      ? []
      : [
          {
            line,
            says: 'a prediction is run and explained, expected a cell of code and then prose below it',
          },
        ];
  });
}
