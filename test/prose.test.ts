/** What the README and its like name must be there: commands of npm, files, links. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = join(__dirname, '..');
const markdown = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name));
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'INSTRUCTOR.md', 'lib/README.md', 'data/README.md'],
  ...markdown('docs'),
].filter(file => existsSync(join(root, file)));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const FOLDERS = 'notebooks|lib|kernel|scripts|test|examples|book|docs|bench|data|scale';

/** Every part of every document that the pattern's first group finds, as `document: part`, if it is wrong. */
function wrong(pattern: RegExp, isRight: (part: string, document: string) => boolean): string[] {
  return documents.flatMap(document =>
    [...textOf(document).matchAll(pattern)]
      .map(([, part]) => part!)
      .filter(part => !isRight(part, document))
      .map(part => `${document}: ${part}`),
  );
}

test('every `npm run` that is named is a script', () => {
  assert.ok(documents.length > 8, `read ${documents.length} documents`);
  assert.deepEqual(
    wrong(/npm run ([a-z][\w:-]*)/g, name => name in scripts),
    [],
  );
});

test('every link leads to a file', () => {
  assert.deepEqual(
    wrong(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g, (link, document) =>
      existsSync(join(root, dirname(document), link)),
    ),
    [],
  );
});

test('every source that is named is there', () => {
  const named = new RegExp(`\`((?:${FOLDERS})/[\\w./-]*\\w\\.(?:ts|mjs|js|md|py))\``, 'g');
  assert.deepEqual(
    wrong(named, path => path.includes('NN-') || existsSync(join(root, path))),
    [],
  );
});
