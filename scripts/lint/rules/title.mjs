/** The title is the first thing and the only heading of its level; no level is skipped below it. */
import { proseLines } from '../prose.mjs';

/** @type {import('../rules.mjs').Check} */
export function title(lesson) {
  const headings = proseLines(lesson).flatMap(({ line, markdown }) => {
    const marks = /^(#{1,6}) \S/.exec(markdown)?.[1];
    return marks === undefined ? [] : [{ line, level: marks.length, markdown }];
  });
  const found = [];
  const first = lesson.cells[0];
  if (first === undefined || !/^# \S/.test(first.source)) {
    const got = first?.source.split('\n')[0] ?? 'nothing';
    found.push({
      line: first?.line ?? 1,
      says: `the lesson begins with its title, expected # and a title, got ${got}`,
    });
  }
  for (const { line, markdown } of headings.filter(({ level }) => level === 1).slice(1)) {
    found.push({ line, says: `the title is the only heading of the first level, got another: ${markdown}` });
  }
  for (const [i, { line, level, markdown }] of headings.entries()) {
    const above = headings[i - 1]?.level ?? level;
    if (level > above + 1) {
      found.push({
        line,
        says: `no level of headings is skipped, expected at most ${'#'.repeat(above + 1)}, got ${markdown}`,
      });
    }
  }
  return found;
}
