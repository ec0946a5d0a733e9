import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docMarkdown, fenced, pageLinks } from '../../../book/pages/markdown';

test('a fence is longer than any in the text', () => {
  assert.equal(fenced('typescript', 'f()'), '```typescript\nf()\n```');
  assert.equal(fenced('x', 'a ```` b'), '`````x\na ```` b\n`````');
});

test('links to notebooks become links to pages, with their place; others stay', () => {
  assert.equal(
    pageLinks('[a](06-convolution.ipynb), [b](glossary.ipynb#Adam), [c](https://x.org/y.ipynb), `y.ipynb`'),
    '[a](06-convolution.md), [b](glossary.md#Adam), [c](https://x.org/y.ipynb), `y.ipynb`',
  );
});

const link = (name: string) => `[${name}](${name}.md)`;

test("a lesson's name in documentation is a link", () => {
  assert.equal(
    docMarkdown('0 < p. Derived in notebooks/04-softmax.', link),
    '0 &lt; p. Derived in [04-softmax](04-softmax.md).',
  );
});

test('text is text: no emphasis, formula, link or tag comes out of it, and code stays code', () => {
  assert.equal(docMarkdown('a * b $x$ {y} <T>', link), 'a \\* b \\$x\\$ \\{y\\} &lt;T>');
  assert.equal(docMarkdown('`a * <T>` in [0, 1)', link), '`a * <T>` in \\[0, 1)');
  assert.equal(docMarkdown('So:\n\n    a < b * c\n\nis < so', link), 'So:\n\n    a < b * c\n\nis &lt; so');
});
