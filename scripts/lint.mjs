/**
 * `npm run lint [-- NAME …] [--folder DIR]`: what can be said about the lessons without running them.
 * A line per finding; exit code 0: none, 1: some, 2: wrong usage.
 * Flow: lint/course → lint/rules → **lint**; part of `npm run check`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CourseError, readCourse } from './lint/course.mjs';
import { lint } from './lint/lint.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' } },
});
const course = courseOrExit();
const names = [...course.lessons.map(({ name }) => name), 'glossary'];
const unknown = positionals.find(start => !names.some(name => name.startsWith(start)));
if (unknown !== undefined) {
  console.error(`npm run lint: NAME must be one of ${names.join(', ')}; got '${unknown}'`);
  process.exit(2);
}
const found = lint(course, positionals.length === 0 ? undefined : positionals);
for (const line of found) console.log(line);
process.exitCode = found.length === 0 ? 0 : 1;

function courseOrExit() {
  try {
    return readCourse(values.folder === undefined ? undefined : resolve(values.folder));
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    console.error(`npm run lint: ${error.message}`);
    process.exit(2);
  }
}
