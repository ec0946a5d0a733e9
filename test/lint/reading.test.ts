/**
 * How the linter reads a lesson: cells, prose, words, numbers, times, docstrings.
 * Long: one test for each reader of a lesson.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseOf, lessonFrom } from './smallLesson';

const TEXT = `---
jupyter: {}
---

# One

Prose.
\`\`\`ts
shown();


only();
\`\`\`
More.

\`\`\`typescript tags=["raises-exception"]
fails();

\`\`\`


Alone.


Parted.
`;

test('a text is cut into cells as jupytext cuts it', async () => {
  const { readCells } = await import('../../scripts/lint/readCells.mjs');
  const prose = '# One\n\nProse.\n```ts\nshown();\n\n\nonly();\n```\nMore.';
  assert.deepEqual(readCells(TEXT), [
    { kind: 'markdown', source: prose, line: 5, tags: [] },
    { kind: 'code', source: 'fails();\n', line: 17, tags: ['raises-exception'] },
    { kind: 'markdown', source: 'Alone.', line: 22, tags: [] },
    { kind: 'markdown', source: 'Parted.', line: 25, tags: [] },
  ]);
  assert.deepEqual(readCells(''), []);
  const open = '```typescript\nnever.closed();';
  assert.deepEqual(readCells(open), [{ kind: 'code', source: 'never.closed();', line: 2, tags: [] }]);
});

test('prose is what is no code and no displayed formula, with its section, and folded or not', async () => {
  const { proseLines, plain } = await import('../../scripts/lint/prose.mjs');
  const text =
    '# A\n\n$$x = 1$$\n\n$$\ny\n$$\n\n## B\n\nWords.\n\n<details><summary>S</summary>\n\n1. Folded.\n\n</details>\n\nOpen.';
  const lines = proseLines(await lessonFrom(text)).map(({ line, section, folded }) => [
    line,
    section,
    folded,
  ]);
  assert.deepEqual(lines, [
    [1, '', false],
    [9, 'B', false],
    [11, 'B', false],
    [13, 'B', true],
    [15, 'B', true],
    [17, 'B', true],
    [19, 'B', false],
  ]);
  assert.equal(
    plain(
      '1. A [**new *term***](glossary.ipynb#term), `code`, $a + b$ and <kbd>Enter</kbd>: <https://a.org>',
    ),
    'A new term, x, x and Enter: ',
  );
});

test('words are those a learner reads from top to bottom', async () => {
  const { words } = await import('../../scripts/lint/rules/size.mjs');
  const text = `# One title

Three words – here, and \`code at once\`.

\`\`\`typescript
not(this);
\`\`\`

$$nor = this$$

| you see | it means |
|---|---|
| a | b |

<details><summary>Not</summary>

1. This answer.

</details>

## Further reading

- Nor *this*.

**Next:** 07.`;
  assert.equal(words(await lessonFrom(text)), 2 + 5 + 4 + 2 + 2);
});

test('numbers in prose: decimals, percentages and large ones; none in code, formulas, quotation marks, names and years', async () => {
  const { quotedNumbers } = await import('../../scripts/lint/rules/numbers.mjs');
  const texts = (line: string) => quotedNumbers(line).map(({ text }) => text);
  assert.deepEqual(texts('96 of 100 digits'), ['96']);
  assert.deepEqual(texts('12 of 54\u202f000 and 60 000, 0.75, −0.5, 99.7 %, 5 %, 1024.'), [
    '54\u202f000',
    '60 000',
    '0.75',
    '0.5',
    '99.7 %',
    '5 %',
    '1024',
  ]);
  assert.deepEqual(
    texts(
      '`0.5` $0.25$ "90 %" (1998) in 2017, Exercise 6.1, sections 5.2 and 5.3, 0.25¹⁰, [1.5](a.b#2.5), 28 × 28',
    ),
    ['1.5'],
  );
});

test('a printed number covers a quoted one that is rounded from it', async () => {
  const { covers, quotedNumbers } = await import('../../scripts/lint/rules/numbers.mjs');
  const covered = (line: string, printed: number) => covers(quotedNumbers(line)[0]!, printed);
  const cases: [string, number, boolean][] = [
    ['0.57', 0.5714, true],
    ['0.57', 0.5651, true],
    ['0.57', 0.5641, false],
    ['57 %', 0.5714, true],
    ['57.1 %', 57.14, true],
    ['57.2 %', 0.5714, false],
    ['957 of the 1 000', 0.957, true],
    ['956 of the 1 000', 0.957, false],
    ['96 of 100', 0.9612, true],
    ['97 of 100', 0.9612, false],
    ['27 000', 26_866, false],
    ['nearly 27 000', 26_866, true],
    ['nearly 28 000', 26_866, false],
    ['more than 96 %', 0.9665, true],
    ['more than 95 %', 0.9665, false],
    ['more than 97 %', 0.9665, false],
    ['more than 98 %', 0.9765, false],
    ['less than 98 %', 0.9765, true],
    ['about 30 000', 26_866, true],
    ['about 40 000', 26_866, false],
    ['0.5', -0.5, false],
  ];
  for (const [line, printed, expected] of cases)
    assert.equal(covered(line, printed), expected, `${line}, ${printed}`);
});

test('a quoted number is covered by what is above it, by an earlier lesson that is named, or by a sum in prose', async () => {
  const { numbers } = await import('../../scripts/lint/rules/numbers.mjs');
  const earlier = await lessonFrom('# A\n\n```typescript\nconst share = 1\n```\n', '03-sigmoid');
  const later = await lessonFrom('# C\n\n```typescript\nconst share = 1\n```\n', '07-pooling');
  const uncovered = async (prose: string) => {
    const text = `# B\n\n\`\`\`typescript\nconst rows = 54_000, size = 1e-3;\n\`\`\`\n\n${prose}\n\n\`\`\`typescript\nuse(0.125);\n\`\`\`\n`;
    const lesson = await lessonFrom(text);
    return numbers(lesson, await courseOf(earlier, lesson, later)).map(({ says }) => says.split('got ')[1]);
  };
  assert.deepEqual(await uncovered('54 000 rows, 0.001, and then 0.125.'), []);
  assert.deepEqual(await uncovered('0.57'), ['0.57']);
  assert.deepEqual(await uncovered('0.57 (lesson 03)'), []);
  assert.deepEqual(await uncovered('0.58 (lesson 03)'), ['0.58']);
  assert.deepEqual(await uncovered('0.57 (lesson 07)'), ['0.57']);
  assert.deepEqual(await uncovered('1 248 weights (80 + 1 168), 20 · 20 · 16 = 6 400'), ['1 168']);
  assert.deepEqual(await uncovered('784 pixels, 255, 60 000 digits'), []);
});

test('the line about time is read in seconds', async () => {
  const { statedSeconds } = await import('../../scripts/lint/rules/time.mjs');
  const cases: [string, number | undefined][] = [
    ['about a minute of computing', 60],
    ['about 15 seconds of computing', 15],
    ['less than half a minute of computing', 30],
    ['about a minute and a half of computing', 90],
    ['about twenty seconds of computing', 20],
    ['three minutes of computing', 180],
    ['a while of computing', undefined],
  ];
  for (const [text, seconds] of cases)
    assert.equal(statedSeconds(`**Time:** 30 minutes to read, ${text}.`), seconds, text);
});

test('a docstring says which lesson derives a name', async () => {
  const { derivedNames } = await import('../../scripts/lint/library.mjs');
  const source = `/** Of another. Derived in notebooks/04-softmax. */
const hidden = 1;
/** Scales; see notebooks/12-autopsy for what happens without. */
export function scaled() {}
/** Draws. @see Used in notebooks/06-convolution. */
export const draw = 1;
/** Sorts. */
export function sorted() {}
/**
 * Steps.
 * @see Derived in notebooks/08-a-network-by-hand.
 */
export function adam() {}
`;
  assert.deepEqual(derivedNames(source), [
    ['draw', 6],
    ['adam', 8],
  ]);
});

test('the contrast of two colours is the one of the guidelines', async () => {
  const { contrastRatio } = await import('../../scripts/lint/rules/contrast.mjs');
  assert.equal(contrastRatio('#000', 'rgb(255, 255, 255)')?.toFixed(6), '21.000000');
  assert.equal(contrastRatio('#767676', '#ffffff')?.toFixed(2), '4.54'); // W3C's example of a grey that just passes
  assert.equal(contrastRatio('rgba(0,0,0,0)', '#ffffff'), undefined);
});
