/** The stored notebook is this text, run from top to bottom. */
import { createHash } from 'node:crypto';

/** As scripts/notebooks/lesson.py makes them. @param {string} kind @param {string} source */
const cellId = (kind, source) => createHash('sha256').update(`${kind}\n${source}`).digest('hex').slice(0, 8);

/** How a cell begins. @param {string} source */
const firstLine = source => source.split('\n')[0]?.slice(0, 60);

/** @type {import('../rules.mjs').Check} */
export function stored(lesson) {
  const { cells, notebook, name } = lesson;
  const mend = `npm run notebooks -- --write ${name}`;
  if (notebook === undefined)
    return [{ line: 1, says: `the lesson is not stored, expected ${name}.ipynb: ${mend}` }];
  let run = 0;
  for (const [i, { kind, source, line, tags }] of cells.entries()) {
    const cell = notebook.cells[i];
    const isSame = cell?.source === source && cell.cell_type === kind;
    if (cell === undefined || !isSame || String(cell.metadata.tags ?? []) !== String(tags))
      return [
        {
          line,
          says: `stored from another text, expected "${firstLine(source)}", got "${firstLine(cell?.source ?? '')}": ${mend}`,
        },
      ];
    if (cell.id.split('-')[0] !== cellId(kind, source))
      return [
        {
          line,
          says: `its outputs belong to another source, expected the id ${cellId(kind, source)}, got ${cell.id}: ${mend}`,
        },
      ];
    if (kind === 'code' && cell.execution_count !== ++run)
      return [
        {
          line,
          says: `stored without being run, expected it to be run as number ${run}, got ${cell.execution_count}: ${mend}`,
        },
      ];
  }
  const extra = notebook.cells[cells.length];
  if (extra === undefined) return [];
  return [
    {
      line: lesson.lines.length,
      says: `stored from another text, expected its end, got "${firstLine(extra.source)}": ${mend}`,
    },
  ];
}
