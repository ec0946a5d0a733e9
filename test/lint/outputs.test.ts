/** Rules about what a lesson shows and loads: figures, contrast, addresses, links, machine paths, the stored notebook. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lesson, Output } from '../../scripts/lint/course.mjs';
import { breaks, findings } from './breaks';
import { courseOf, figure, lessonFrom, smallLesson } from './smallLesson';

breaks(
  'figures: an image in prose is described',
  'What it is about.',
  '![](images/start-here.png)',
  'figures, line LINE: an image has no description, expected an alt text, got ![](',
);
breaks(
  'addresses: no cell asks the network',
  'const filler3 = 3;',
  "await fetch('https://example.org/a.csv');",
  'addresses, line LINE: a cell asks nothing of the network, got https://example.org/a.csv',
);
breaks(
  'addresses: no prose loads anything',
  'What it is about.',
  '<img alt="A long row of digits" src="https://example.org/a.png">',
  'addresses, line LINE: prose loads nothing from outside, got <img alt="A long row of digits" src="https://example.org/a.png">',
);
breaks(
  'links: to a heading that is there',
  '#kernel)',
  '#kernels)',
  'links, line LINE: expected the place of a heading in glossary.ipynb, got #kernels',
);
breaks(
  'links: to a file that is there',
  '(glossary.ipynb#kernel)',
  '(glosary.ipynb)',
  'links, line LINE: expected a link to a file of the course, got glosary.ipynb',
);
breaks(
  'links: whole addresses',
  '<https://example.org/title>',
  '<https://example/title>',
  'links, line LINE: expected a whole address, got https://example/title',
);
breaks(
  'links: no bare ones',
  'What it is about.',
  'See https://example.org/title',
  'links, line LINE: expected an address in <…> or behind a text, got https://example.org/title',
);
breaks(
  'links: a reference says when',
  '- Ann Author, *A Title* (2016), chapter 9: why.',
  '- Ann Author, *A Title* (Publisher): why.',
  'links, line LINE: expected an author, *a title* (a year) and a link, got - Ann Author, *A Title* (Publisher): why. <https://example.org/title>',
);
breaks(
  'machine paths: none in the text',
  'const filler2 = 2;',
  "const filler2 = '/home/ann/digits.csv';",
  'machine paths, line LINE: expected no path of a machine, got /home/ann',
);
/** The small lesson, its cell about the share showing something else. */
function shows(title: string, output: Partial<Output>, expected: string): void {
  test(title, async () => {
    const lesson = await lessonFrom(smallLesson, '06-convolution', { ...figure, ...output });
    const line = smallLesson.split('const share')[0]!.split('\n').length;
    assert.deepEqual(await findings(lesson), [expected.replace('LINE', String(line))]);
  });
}
const { data = {} } = figure;
const { 'image/svg+xml': svg, ...withoutPicture } = data;
const plot = (color: string, text: string) => ({
  data: [{ type: 'scatter', line: { color } }],
  layout: { font: { color: text } },
});
shows(
  'figures: a picture beside the plot',
  { data: withoutPicture },
  'figures, line LINE: a figure has no picture, expected image/svg+xml beside it',
);
shows(
  'figures: an alt text',
  { metadata: {} },
  'figures, line LINE: a picture has no description, expected an alt text, got ""',
);
shows(
  'figures: an interactive is described',
  { data: { 'text/html': '<script>1</script>', 'text/plain': 'a page' } },
  'figures, line LINE: a figure is not described in plain text, expected a sentence, got "a page"',
);
shows(
  'figures: no pixels',
  { data: { 'image/png': 'iVBO' } },
  'figures, line LINE: a picture has no description, expected a figure of the library, got image/png',
);
shows(
  'contrast: of a line on a light page',
  { data: { ...data, 'application/vnd.plotly.v1+json': plot('#E69F00', '#797979') } },
  'contrast, line LINE: the contrast of #E69F00 on #ffffff, expected at least 2.9, got 2.3',
);
shows(
  'contrast: of text on a dark page',
  { data: { ...data, 'application/vnd.plotly.v1+json': plot('#0072B2', '#444') } },
  'contrast, line LINE: the contrast of #444 on #111111, expected at least 4.2, got 1.9',
);
shows(
  'contrast: of words in a page',
  { data: { 'text/html': '<p style="margin: 0; color: #eeeeee">words</p>' } },
  'contrast, line LINE: the contrast of #eeeeee on #ffffff, expected at least 4.2, got 1.2',
);
shows(
  'addresses: no output loads anything',
  { data: { 'text/html': '<img src="//example.org/a.png">' } },
  'addresses, line LINE: an output loads nothing from outside, got //example.org/a.png in text/html',
);
shows(
  'machine paths: none in an output',
  { data: { 'text/plain': 'wrote /tmp/digits/a.csv' } },
  'machine paths, line LINE: expected no path of a machine below the cell, got /tmp/digits in text/plain',
);
test('figures, contrast, addresses: marks on a filled ground, namespaces and links are fine', async () => {
  const filled = { data: [{ type: 'contour' }, { type: 'scatter', line: { color: '#1a1a1a' } }], layout: {} };
  const html = '<a href="https://example.org/">there</a><p style="border-color: #eee">words</p>';
  const shown = { ...figure, data: { ...data, 'application/vnd.plotly.v1+json': filled, 'text/html': html } };
  assert.deepEqual(await findings(await lessonFrom(smallLesson, '06-convolution', shown)), []);
  assert.ok(String(svg).includes('http://www.w3.org/2000/svg'));
});
test('stored: the text that was run, all of it, in its order, with its own outputs', async () => {
  const lesson = await lessonFrom(smallLesson);
  const mend = 'npm run notebooks -- --write 06-convolution';
  const first = lesson.cells.findIndex(({ kind }) => kind === 'code');
  const line = lesson.cells[first]!.line;
  const withCell = (change: object) => {
    const cells = lesson.notebook!.cells.map((cell, i) => (i === first ? { ...cell, ...change } : cell));
    return { ...lesson, notebook: { ...lesson.notebook!, cells } };
  };
  const cases: [Lesson, string][] = [
    [{ ...lesson, notebook: undefined }, 'line 1: the lesson is not stored, expected 06-convolution.ipynb'],
    [
      withCell({ source: 'older()' }),
      `line ${line}: stored from another text, expected "import { heatmap, readDigits } from 'digits-cnn';", got "older()"`,
    ],
    [
      withCell({ metadata: { tags: ['raises-exception'] } }),
      `line ${line}: stored from another text, expected code [], got code [raises-exception]`,
    ],
    [
      withCell({ source: lesson.cells[first]!.source.replace('300', '200') }),
      `line ${line + 3}: stored from another text, expected "const digits`,
    ],
    [withCell({ id: 'abc' }), `line ${line}: its outputs belong to another source`],
    [
      withCell({ execution_count: null }),
      `line ${line}: not run in its order, expected it as number 1, got null`,
    ],
    [{ ...lesson, cells: lesson.cells.slice(0, -1) }, 'stored from another text, expected its end'],
  ];
  const { stored } = await import('../../scripts/lint/rules/stored.mjs');
  const course = await courseOf(lesson);
  assert.deepEqual(stored(lesson, course), []);
  for (const [broken, expected] of cases) {
    const [finding, ...more] = stored(broken, course).map(({ line, says }) => `line ${line}: ${says}`);
    assert.deepEqual(more, []);
    assert.ok(finding?.includes(expected), finding);
    assert.ok(finding?.endsWith(`: ${mend}`), finding);
  }
});
