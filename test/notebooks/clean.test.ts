/** `npm run clean-notebooks`: what stays of a lesson for those who run it again from memory. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../temporaryFolder';
import { cleanNotebooks } from './runNotebooks';

const course = temporaryFolder();
const lessons = join(course, 'notebooks');
mkdirSync(join(lessons, 'text'), { recursive: true });
writeFileSync(
  join(lessons, 'text', '01-small.md'),
  `# Small

Prose that goes.

**Predict.** How many?

More prose.

\`\`\`typescript
6 * 7
\`\`\`

## Next

It was 42.

### Exercise 1.1: one more

What the exercise asks for.

And how.

\`\`\`typescript
const more = exercise('start/pixel');
\`\`\`

## Summary

Much was learned.
`,
);
writeFileSync(join(lessons, 'text', 'words.md'), '# Words\n\nNo code here.\n');
const copy = join(course, 'recall', '01-small.ipynb');

test('code, headings, questions and exercises stay; prose goes, and what has no code is left out', async () => {
  const { code, stdout } = await cleanNotebooks('--folder', lessons);
  assert.deepEqual([code, stdout], [0, '01-small  recall/01-small.ipynb\n']);
  const { cells } = JSON.parse(readFileSync(copy, 'utf8')) as {
    cells: { cell_type: string; source: string[]; outputs?: unknown[] }[];
  };
  assert.deepEqual(
    cells.map(({ cell_type, source, outputs }) => [cell_type, source.join(''), outputs]),
    [
      ['markdown', '# Small\n\n**Predict.** How many?', undefined],
      ['code', '6 * 7', []],
      [
        'markdown',
        '## Next\n\n### Exercise 1.1: one more\n\nWhat the exercise asks for.\n\nAnd how.',
        undefined,
      ],
      ['code', "const more = exercise('start/pixel');", []],
      ['markdown', '## Summary', undefined],
    ],
  );
});

test('a copy that is there may have been worked in: it stays, byte by byte', async () => {
  writeFileSync(copy, 'mine');
  const { code, stdout } = await cleanNotebooks('--folder', lessons, '01');
  assert.deepEqual([code, stdout], [0, '01-small  kept: recall/01-small.ipynb is there already\n']);
  assert.equal(readFileSync(copy, 'utf8'), 'mine');
  assert.deepEqual(readdirSync(join(course, 'recall')), ['01-small.ipynb']);
});

test('an unknown lesson is refused in one line', async () => {
  assert.deepEqual(await cleanNotebooks('--folder', lessons, '99'), {
    code: 2,
    stdout: '',
    stderr: "npm run clean-notebooks: NAME must be one of 01-small, words; got '99'\n",
  });
});
