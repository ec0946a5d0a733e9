/** The stored notebook is this text, run from top to bottom. */
import { createHash } from 'node:crypto';

/** As scripts/notebooks/lesson.py makes them. @param {string} kind @param {string} source */
const cellId = (kind, source) => createHash('sha256').update(`${kind}\n${source}`).digest('hex').slice(0, 8);

/** The beginning of a line, to recognise it by. @param {string | undefined} line */
const quote = line => (line === undefined ? 'nothing' : `"${line.slice(0, 60)}"`);

/**
 * What is wrong with one stored cell, and in which line of its source.
 *
 * @param {import('../readCells.mjs').Cell} cell
 * @param {import('../course.mjs').StoredCell | undefined} stored
 * @param {number} run how many cells of code should have been run with it
 * @returns {[row: number, says: string] | undefined}
 */
function fault({ kind, source, tags }, stored, run) {
  const [ours, theirs] = [source.split('\n'), stored?.source.split('\n') ?? []];
  const row = ours.findIndex((text, i) => text !== theirs[i]);
  if (row >= 0 || theirs.length > ours.length) {
    const at = row >= 0 ? row : ours.length;
    return [at, `stored from another text, expected ${quote(ours[at])}, got ${quote(theirs[at])}`];
  }
  const tagged = stored?.metadata.tags ?? [];
  if (stored?.cell_type !== kind || String(tagged) !== String(tags)) {
    return [0, `stored from another text, expected ${kind} [${tags}], got ${stored?.cell_type} [${tagged}]`];
  }
  const id = cellId(kind, source);
  if (stored.id.split('-')[0] !== id) {
    return [0, `its outputs belong to another source, expected the id ${id}, got ${stored.id}`];
  }
  if (kind === 'code' && stored.execution_count !== run) {
    return [0, `not run in its order, expected it as number ${run}, got ${stored.execution_count}`];
  }
  return undefined;
}

/** Only the first fault: storing the lesson mends them all. @type {import('../rules.mjs').Check} */
export function stored({ cells, lines, notebook, name }) {
  const mend = `: npm run notebooks -- --write ${name}`;
  if (notebook === undefined)
    return [{ line: 1, says: `the lesson is not stored, expected ${name}.ipynb${mend}` }];
  let run = 0;
  for (const [i, cell] of cells.entries()) {
    if (cell.kind === 'code') run++;
    const [row, says] = fault(cell, notebook.cells[i], run) ?? [];
    if (row !== undefined) return [{ line: cell.line + row, says: says + mend }];
  }
  const extra = notebook.cells[cells.length];
  if (extra === undefined) return [];
  const says = `stored from another text, expected its end, got ${quote(extra.source.split('\n')[0])}`;
  return [{ line: lines.length, says: says + mend }];
}
