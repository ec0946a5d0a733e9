/** Each exercise of the lesson is in it once, has not been attempted, and can help whoever is stuck. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { courseRoot } from '../../setup/paths.mjs';
import { outputText } from '../outputs.mjs';
import { proseLines } from '../prose.mjs';

/**
 * @typedef {object} Definition
 * @property {string} lesson
 * @property {string} solutionText
 * @property {readonly string[]} hints
 * @property {readonly unknown[]} mistakes
 */

/** From the sources: lib/dist may be older. @type {{ exercises: Record<string, Definition> }} */
const { exercises: definitions } = createRequire(import.meta.url)('tsx/cjs/api').require(
  join(courseRoot, 'lib/lesson/exercises/index.ts'),
  import.meta.url,
);

/** What an exercise lacks. @param {Definition} definition @returns {string[]} */
export function lacks({ hints, solutionText, mistakes }) {
  return [
    ...(hints.length >= 2 ? [] : [`at least 2 hints, got ${hints.length}`]),
    ...(mistakes.length >= 3 ? [] : [`at least 3 wrong answers, got ${mistakes.length}`]),
    ...(solutionText.trim() === '' ? ['the text of a solution, got none'] : []),
  ];
}

/** @type {import('../rules.mjs').Check} */
export function exercises(lesson) {
  const found = [];
  const headings = proseLines(lesson).filter(({ markdown }) => markdown.startsWith('### Exercise '));
  if (headings.length < 3 || headings.length > 5)
    found.push({ line: 1, says: `expected 3 to 5 exercises, got ${headings.length}` });
  for (const [i, { line, markdown }] of headings.entries()) {
    const expected = `### Exercise ${lesson.number}.${i + 1}: `;
    if (!markdown.startsWith(expected)) found.push({ line, says: `expected ${expected}…, got ${markdown}` });
  }

  const used = lesson.cells.flatMap(({ kind, source, line }, i) =>
    kind === 'code'
      ? [...source.matchAll(/(\w+) = exercise\('([^']+)'\)/g)].map(([, variable = '', name = '']) => ({
          variable,
          name,
          line,
          cell: i,
        }))
      : [],
  );
  for (const { variable, name, line, cell } of used) {
    const definition = definitions[name];
    if (definition?.lesson !== lesson.name) {
      found.push({
        line,
        says: `expected an exercise of ${lesson.name}, got ${name} of ${definition?.lesson ?? 'no lesson'}`,
      });
      continue;
    }
    for (const missing of lacks(definition))
      found.push({ line, says: `exercise ${name}: expected ${missing}` });
    const section = lesson.cells.findIndex(
      (other, i) => i > cell && other.kind === 'markdown' && /^##+ /m.test(other.source),
    );
    const outputs = lesson.notebook?.cells
      .slice(cell, section < 0 ? undefined : section)
      .flatMap(other =>
        other.source.includes(`${variable}.check(`) ? (other.outputs ?? []).map(outputText) : [],
      );
    if (outputs?.some(text => text.includes('Not attempted yet.')) !== true)
      found.push({ line, says: `exercise ${name}: expected a cell whose check says "Not attempted yet."` });
  }
  const names = new Set(used.map(({ name }) => name));
  for (const [name, { lesson: home }] of Object.entries(definitions)) {
    if (home === lesson.name && !names.has(name))
      found.push({ line: 1, says: `expected exercise ${name} in the lesson, got none` });
  }
  return found;
}
