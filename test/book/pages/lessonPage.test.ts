import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedNames } from '../../../book/pages/importedNames';
import { lessonPage } from '../../../book/pages/lessonPage';
import { docComment } from '../../../book/pages/library/docComment';
import type { LibraryItem } from '../../../book/pages/library/libraryItem';
import { type Cell, lessonNumber, readLessons, shortTitle } from '../../../book/pages/notebook';
import { temporaryFolder as folderOf, writeIn } from '../../setup/temporaryFolder';

const code = (source: string, outputs: Cell['outputs'] = []): Cell => ({
  cell_type: 'code',
  source,
  outputs,
});
const prose = (source: string): Cell => ({ cell_type: 'markdown', source });

function item(name: string, comment: string): LibraryItem {
  const doc = docComment(comment);
  return { name, kind: 'function', folder: 'layers', entry: 'digits-cnn', declaration: '', doc };
}

test('imports from the library are found by their names there, types too; others are not', () => {
  const cells = [
    code(
      "import { conv2d, type NdArray,\n  dense as d } from 'digits-cnn';\nimport { show } from 'digits-cnn/lesson';",
    ),
    code("import type { Digits } from 'digits-cnn';\nimport { DataFrame } from 'danfojs-node';"),
    prose("import { relu } from 'digits-cnn';"),
  ];
  assert.deepEqual([...importedNames({ cells })], ['conv2d', 'NdArray', 'dense', 'show', 'Digits']);
});

test('a page has the cells in their order, and the functions that lead to the lesson and that it imports', () => {
  const lesson = {
    name: '06-convolution',
    title: 'Convolution: everywhere',
    cells: [
      prose('# Convolution: everywhere\n\nSee [kernel](glossary.ipynb#kernel).'),
      code("import { conv2d, relu } from 'digits-cnn';\n1 + 1", [
        { output_type: 'stream', name: 'stdout', text: '2\n' },
      ]),
    ],
  };
  const library = [
    item('conv2d', '/** Slides. @x */'),
    item('im2col', '/**\n * Unfolds.\n * @see notebooks/06-convolution\n */'),
    item('relu', '/** Cuts off: below 0. More. */'),
    item('tanh', '/** Not used. */'),
  ];
  assert.deepEqual(lessonPage(lesson, library), {
    files: [],
    text: `# Convolution: everywhere

See [kernel](glossary.md#kernel).

\`\`\`typescript
import { conv2d, relu } from 'digits-cnn';
1 + 1
\`\`\`

\`\`\`{raw} html
<pre class="output">2</pre>
\`\`\`

## Library functions of this lesson

Derived here, or used here for the first time:

- [\`im2col\`](library/layers.md#im2col): Unfolds.

It also imports:

- [\`conv2d\`](library/layers.md#conv2d): Slides.
- [\`relu\`](library/layers.md#relu): Cuts off: below 0.`,
  });
});

test('a page without code ends without functions', () => {
  const glossary = { name: 'glossary', title: 'Glossary', cells: [prose('# Glossary')] };
  assert.equal(lessonPage(glossary, [item('relu', '')]).text, '# Glossary');
});

test('lessons are read in their order, with title and number', t => {
  const folder = folderOf(t);
  const notebook = (title: string) => JSON.stringify({ cells: [prose(`# ${title}\n\nText.`)] });
  writeIn(folder, '10-b.ipynb', notebook('Pooling: here'));
  writeIn(folder, '02-a.ipynb', notebook('One-hot'));
  writeIn(folder, 'text/02-a.md', '');
  const lessons = readLessons(folder);
  assert.deepEqual(
    lessons.map(({ name, title }) => [name, title]),
    [
      ['02-a', 'One-hot'],
      ['10-b', 'Pooling: here'],
    ],
  );
  assert.deepEqual(lessons.map(shortTitle), ['02 One-hot', '10 Pooling']);
  assert.equal(lessonNumber('glossary'), undefined);
});

test('a notebook that does not begin with its title is refused by name', t => {
  const folder = folderOf(t);
  writeIn(folder, '02-a.ipynb', JSON.stringify({ cells: [] }));
  assert.throws(() => readLessons(folder), {
    message: "02-a.ipynb: expected a title, '# …', in its first cell",
  });
});
