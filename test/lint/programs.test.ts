/** Types and style of the cells, by today's compiler and by Biome, told by the lesson's own lines. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import type { Lesson } from '../../scripts/lint/course.mjs';
import { temporaryFolder } from '../temporaryFolder';
import { courseOf, lessonFrom } from './smallLesson';

const cell = (source: string, tags = ''): string => `\`\`\`typescript${tags}\n${source}\n\`\`\`\n\n`;

const fine = `# Fine

${cell("import { ndarray, type NdArray } from 'digits-cnn';\nconst guess = 1;\nlet count = 0;")}
${cell("import { ndarray, softmax } from 'digits-cnn';\nconst guess = 'two';\ncount += guess.length;\nawait Promise.resolve(count);")}
${cell('const p: NdArray = softmax(ndarray([1, 2], [0, 0]));\np.data.map(x => x)')}
`;

const faulty = `# Faulty

${cell("import {\n  ndarray,\n  softmax,\n} from 'digits-cnn';\nconst guess = 1;")}
${cell('const text: string = guess;')}
${cell("softmax('no')")}
`;

/** A lesson whose last cell is shown as refused. */
async function refused(source: string): Promise<Lesson> {
  const lesson = await lessonFrom(
    `# A\n\n${cell(source, ' tags=["raises-exception"]')}${cell("const text = 'later';")}`,
    '02-one-hot',
  );
  const cells = lesson.notebook!.cells.map(stored =>
    stored.source === source
      ? { ...stored, outputs: [{ output_type: 'error', ename: 'TypeScriptError' }] }
      : stored,
  );
  return { ...lesson, notebook: { ...lesson.notebook!, cells } };
}

test("today's compiler accepts what the cells say, and tells its errors by the lines of the lesson", async () => {
  const { types } = await import('../../scripts/lint/types.mjs');
  const accepted = { ...(await refused('const text: string = 1;')), name: '03-sigmoid' };
  const course = await courseOf(
    await lessonFrom(fine, '00-start-here'),
    await lessonFrom(faulty, '01-digits-from-csv'),
    await refused("const text: string = 'fine';"),
    accepted,
  );
  const told = types(course).map(
    ({ lesson, line, says }) => `${lesson.name} ${line}: ${says.replace(/^expected.*, got /, '')}`,
  );
  assert.deepEqual(told, [
    "01-digits-from-csv 5: TS6133: 'ndarray' is declared but its value is never read.",
    "01-digits-from-csv 13: TS2322: Type 'number' is not assignable to type 'string'.",
    "01-digits-from-csv 18: TS2345: Argument of type 'string' is not assignable to parameter of type 'NdArray'.",
    '02-one-hot 4: no error',
  ]);
});

test('Biome finds what is wrong in a cell, and lets cells be cells', async () => {
  const { style } = await import('../../scripts/lint/style.mjs');
  const course = await courseOf(
    await lessonFrom(fine, '00-start-here'),
    await lessonFrom(
      `# A\n\n${cell('const a = 1;\nconst b: any = a;\n// a comment\nconst c = a == b;')}`,
      '01-digits-from-csv',
    ),
  );
  const told = style(course).map(({ lesson, line, says }) => `${lesson.name} ${line}: ${says.split(':')[0]}`);
  assert.deepEqual(told.sort(), [
    '01-digits-from-csv 5: lint/suspicious/noExplicitAny',
    '01-digits-from-csv 7: lint/suspicious/noDoubleEquals',
  ]);
});

const root = join(__dirname, '../..');
const run = (...options: string[]) =>
  spawnSync(process.execPath, ['scripts/lint.mjs', ...options], { cwd: root, encoding: 'utf8' });

test('the program prints a line per finding and fails', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'text'));
  writeFileSync(join(folder, 'text', '00-start-here.md'), '## No title\n');
  writeFileSync(join(folder, 'text', '01-digits-from-csv.md'), '# A title\n');
  const { status, stdout } = run('--folder', folder, '00');
  assert.equal(status, 1);
  const file = relative(root, join(folder, 'text', '00-start-here.md'));
  const lines = stdout.trimEnd().split('\n');
  assert.ok(
    lines.includes(
      `${file} line 1: title: the lesson begins with its title, expected # and a title, got ## No title`,
    ),
    stdout,
  );
  assert.ok(
    lines.every(line => line.startsWith(`${file} line `)),
    stdout,
  );
});

test('an unknown lesson is refused in one line', () => {
  const { status, stdout, stderr } = run('77');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^npm run lint: NAME must be one of 00-start-here, .*, glossary; got '77'\n$/);
});
