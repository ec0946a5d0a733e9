/** Nothing shows on which machine the lesson was made. */
import { outputParts } from '../outputs.mjs';

const PATH =
  /(?:file:\/\/|(?<![\w.~/-])\/)(?:home|Users|root|tmp|work|mnt|opt|var|private|usr)\/[\w.-]+|\b[A-Z]:\\\\?Users\\/;

/** @type {import('../rules.mjs').Check} */
export function machinePaths(lesson) {
  const found = lesson.lines.flatMap((text, i) => {
    const got = PATH.exec(text)?.[0];
    return got === undefined ? [] : [{ line: i + 1, says: `expected no path of a machine, got ${got}` }];
  });
  for (const [i, { line }] of lesson.cells.entries()) {
    for (const [type, content] of (lesson.notebook?.cells[i]?.outputs ?? []).flatMap(outputParts)) {
      const got = PATH.exec(content)?.[0];
      if (got !== undefined)
        found.push({ line, says: `expected no path of a machine below the cell, got ${got} in ${type}` });
    }
  }
  return found;
}
