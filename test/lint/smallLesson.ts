/** A lesson that keeps every rule, to be broken in one place; no file is read or written. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Course, Lesson, Output } from '../../scripts/lint/course.mjs';

const exercise = (number: number, variable: string, name: string): string => `### Exercise 6.${number}: again

\`\`\`typescript
const ${variable} = exercise('convolution/${name}');
${variable}.check(() => 0)
\`\`\`
`;

/** 25 cells and 1 200 words are the least a lesson may have. */
const body = Array.from(
  { length: 6 },
  (_, i) => `${'One more word. '.repeat(70)}

\`\`\`typescript
const filler${i} = ${i};
\`\`\`
`,
).join('\n');

export const smallLesson = `---
jupyter: {}
---

# A small lesson

What it is about.

**You will be able to**

1. do one thing;
2. do another;
3. say why.

**Time:** 30 minutes to read, half a minute of computing. **You need:** lesson 03.

**Two questions to carry along.** Answers at the end.

1. What was it? (Lesson 03)
2. And why? (Lesson 04)

\`\`\`typescript
import { heatmap, readDigits } from 'digits-cnn';
import { exercise, progress, show } from 'digits-cnn/lesson';

const digits = await readDigits('../data/train.csv', { maxRows: 300 });
\`\`\`

## First

A word with a [**kernel**](glossary.ipynb#kernel), of 300 digits.

**Predict.** How large is the share?

\`\`\`typescript
const share = 4 / 7;
console.log(share);
show(heatmap(digits));
\`\`\`

It is 0.57, or 57 %: 171 of 300 digits.

${body}
${exercise(1, 'sizes', 'outputSize')}
${exercise(2, 'whole', 'conv2d')}
${exercise(3, 'backwards', 'gradient')}
${exercise(4, 'unfolding', 'im2col')}
## What could go wrong

| you see | it means |
|---|---|
| nothing | nothing was shown |

## Summary

- It was small.

<details><summary>The two questions from the beginning</summary>

1. It was this.
2. Therefore.

</details>

\`\`\`typescript
progress({ lesson: '06-convolution' })
\`\`\`

## Further reading

- Ann Author, *A Title* (2016), chapter 9: why. <https://example.org/title>

**Next:** 07, *pooling*.
`;

const ALT = 'Heat map of ink: 28 rows and 28 columns.';
export const figure: Output = {
  output_type: 'display_data',
  data: {
    'application/vnd.plotly.v1+json': {
      data: [{ type: 'scatter', line: { color: '#0072B2' } }],
      layout: { font: { color: '#797979' } },
    },
    'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'text/plain': ALT,
  },
  metadata: { 'image/svg+xml': { alt: ALT } },
};

/** What a cell of the small lesson shows. */
function outputsOf(source: string, shown: readonly Output[]): Output[] {
  const asked: Output = { output_type: 'display_data', data: { 'text/plain': 'Not attempted yet.' } };
  if (source.includes('.check(')) return [asked];
  return source.startsWith('const share') ? [...shown] : [];
}

const printed: Output = { output_type: 'stream', name: 'stdout', text: ['0.5714\n'] };

/** A lesson as `text` says, stored as it says; the cell about the share prints it, and shows `figure`. */
export async function lessonFrom(text: string, name = '06-convolution', shown = figure): Promise<Lesson> {
  const { readCells } = await import('../../scripts/lint/readCells.mjs');
  const cells = readCells(text);
  let run = 0;
  const stored = cells.map(({ kind, source, tags }) => ({
    id: createHash('sha256').update(`${kind}\n${source}`).digest('hex').slice(0, 8),
    cell_type: kind,
    source,
    metadata: { tags: [...tags] },
    ...(kind === 'code' ? { execution_count: ++run, outputs: outputsOf(source, [printed, shown]) } : {}),
  }));
  return {
    name,
    number: Number.parseInt(name, 10),
    file: `notebooks/text/${name}.md`,
    lines: text.split('\n'),
    cells,
    notebook: { cells: stored, metadata: { 'digits-cnn': { seconds: 30 } }, bytes: 1000 },
  };
}

const glossary = `# Glossary

## Terms

### kernel

The few weights.

→ [06 convolution](06-convolution.ipynb)


### max pooling

Keeps the largest.

→ [07 pooling](07-pooling.ipynb)
`;

export async function courseOf(...lessons: Lesson[]): Promise<Course> {
  const folder = join(__dirname, '../../notebooks');
  return { folder, lessons, glossary: await lessonFrom(glossary, 'glossary'), allowances: {} };
}
