/**
 * A lesson's prose, line by line, with what is no prose taken out.
 * Flow: cells → **prose** → rules that read.
 */

/**
 * @typedef {object} ProseLine
 * @property {number} line of the text
 * @property {number} cell that it stands in, counted from 0
 * @property {string} markdown as it is written
 * @property {string} section the latest heading of the second level; '' before the first
 * @property {boolean} folded whether the reader has to open it first
 */

/**
 * Every line of prose. Left out: code, displayed formulas, blank lines.
 *
 * @param {import('./course.mjs').Lesson} lesson
 * @returns {ProseLine[]}
 */
export function proseLines({ cells }) {
  const found = [];
  let section = '';
  let folded = false;
  for (const [cell, { kind, source, line }] of cells.entries()) {
    if (kind === 'code') continue;
    let fenced = false;
    let formula = false;
    for (const [i, markdown] of source.split('\n').entries()) {
      if (markdown.startsWith('```')) fenced = !fenced;
      if (fenced || markdown.startsWith('```') || markdown === '') continue;
      const opens = (markdown.match(/\$\$/g) ?? []).length;
      const isFormula = formula || markdown.startsWith('$$');
      if (opens % 2 === 1) formula = !formula;
      if (isFormula) continue;
      section = /^## (.*)/.exec(markdown)?.[1] ?? section;
      if (markdown.includes('<details')) folded = true;
      found.push({ line: line + i, cell, markdown, section, folded });
      if (markdown.includes('</details>')) folded = false;
    }
  }
  return found;
}

/**
 * A line as it is heard: links by their text; code spans and formulas as one word, `x`; no marks, tags or addresses.
 *
 * @param {string} markdown
 */
export function plain(markdown) {
  return markdown
    .replace(/`[^`]*`/g, 'x')
    .replace(/\$[^$]+\$/g, 'x')
    .replace(/<https?:[^>]*>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|(?<![\w*])\*|\*(?![\w*])/g, '')
    .replace(/^#+ |^\d+\. |^- |^> /, '');
}

/** What is kept to be looked up, not read through. */
export const isReference = (/** @type {ProseLine} */ { section, folded, markdown }) =>
  folded || (section === 'Further reading' && !markdown.startsWith('**Next'));
