/**
 * Draws formulas: one line of JSON in, one line of JSON out.
 * Flow: book/conf.py → **formulas** (KaTeX) → HTML with MathML inside, for those who listen.
 */
import { createInterface } from 'node:readline';
import katex from 'katex';

for await (const line of createInterface({ input: process.stdin })) {
  const { tex, display } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(draw(tex, display))}\n`);
}

/** @param {string} tex @param {boolean} displayMode */
function draw(tex, displayMode) {
  try {
    return { html: katex.renderToString(tex, { displayMode, strict: 'ignore' }) };
  } catch (error) {
    return { error: String(error) };
  }
}
