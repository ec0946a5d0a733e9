/**
 * A lesson's text as cells, the way jupytext cuts it, each with the line it begins at.
 * Flow: notebooks/text/NAME.md → **readCells** → course.mjs, cellProgram.mjs.
 */

/**
 * @typedef {object} Cell
 * @property {'code' | 'markdown'} kind
 * @property {string} source
 * @property {number} line of the text, counted from 1, at which the source begins
 * @property {readonly string[]} tags
 */

/** How the text fences a cell; a fence of any other language only shows code. */
const CODE_CELL = /^```typescript(?: tags=(\[.*\]))?$/;

/** The first line that is not part of the header. @param {readonly string[]} lines */
function afterHeader(lines) {
  return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
}

/**
 * A `typescript` fence is a code cell. Between two of them stands one markdown cell, or more where two blank lines
 * part them.
 *
 * @param {string} text
 * @returns {Cell[]}
 */
export function readCells(text) {
  const lines = text.split('\n');
  /** @type {Cell[]} */
  const cells = [];
  let from = afterHeader(lines);
  let shown = false; // inside a fence that only shows code

  const endProse = (/** @type {number} */ end) => {
    while (from < end && lines[from] === '') from++;
    while (end > from && lines[end - 1] === '') end--;
    if (end <= from) return;
    cells.push({ kind: 'markdown', source: lines.slice(from, end).join('\n'), line: from + 1, tags: [] });
  };

  for (let at = from; at < lines.length; at++) {
    const fence = shown ? null : CODE_CELL.exec(lines[at] ?? '');
    if (fence !== null) {
      endProse(at);
      const closed = lines.indexOf('```', at + 1);
      const end = closed < 0 ? lines.length : closed;
      const source = lines.slice(at + 1, end).join('\n');
      cells.push({ kind: 'code', source, line: at + 2, tags: JSON.parse(fence[1] ?? '[]') });
      at = end;
      from = end + 1;
    } else if (lines[at]?.startsWith('```')) {
      shown = !shown;
    } else if (!shown && at > from && lines[at] === '' && lines[at - 1] === '') {
      endProse(at);
      from = at + 1;
    }
  }
  endProse(lines.length);
  return cells;
}
