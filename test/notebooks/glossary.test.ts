/** The glossary: every term is explained in a lesson, which links to it. (The linter follows the links.) */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const folder = join(__dirname, '../../notebooks/text');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const lessons = readdirSync(folder).filter(name => /^\d\d-/.test(name));
/** As JupyterLab, nbconvert and code hosts name the place of a heading. */
const anchor = (heading: string): string => heading.replaceAll(' ', '-');

interface Entry {
  term: string;
  text: string;
}

const entries: Entry[] = read('glossary.md')
  .split('\n### ')
  .slice(1)
  .map(entry => {
    const [term = '', ...text] = entry.split('\n');
    return { term, text: text.join('\n').split('\n## ')[0]!.trim() };
  });

test('terms stand in alphabetical order, once each', () => {
  const terms = entries.map(({ term }) => term);
  const sorted = [...new Set(terms)].sort((a, b) => a.localeCompare(b, 'en'));
  assert.deepEqual(terms, sorted);
  assert.ok(terms.length > 40, String(terms.length));
});

for (const { term, text } of entries) {
  test(`${term}: is explained in a sentence, and its lesson links to it where it is explained`, () => {
    const [, definition, lesson] = /^(.+[.)])\n\n→ \[.+\]\((\d\d-[\w-]+)\.ipynb\)$/s.exec(text) ?? [];
    assert.ok(definition && lesson, text);
    assert.ok(lessons.includes(`${lesson}.md`), `${lesson} is a lesson`);
    assert.ok(
      read(`${lesson}.md`).includes(`](glossary.ipynb#${anchor(term)})`),
      `${lesson} links to ${term}`,
    );
  });
}
