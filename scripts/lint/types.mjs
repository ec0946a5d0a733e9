/**
 * The types of all cells of all lessons, by the compiler of today: tslab checks them with TypeScript 5.0.
 * Flow: cellProgram → **types** → findings.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseRoot, workFolder } from '../setup/paths.mjs';
import { cellProgram } from './cellProgram.mjs';

// Named by path: node_modules/.bin/tsc is the old compiler that tslab brings along.
const COMPILER = join(courseRoot, 'node_modules/typescript/bin/tsc');

/** The kernel's, from kernel/compilerOptions.cjs. */
const OPTIONS = {
  target: 'es2022',
  lib: ['es2023'],
  module: 'preserve',
  moduleResolution: 'bundler',
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  // Told of imports only: a cell may declare what nobody uses.
  noUnusedLocals: true,
  allowUnreachableCode: true,
  allowUnusedLabels: true,
};

/** "… is declared but never used", of a name and of a whole import. */
const UNUSED = /^TS6(?:133|192|196|198)\b/;

/** A cell that the kernel's compiler refuses, on purpose. @param {import('./course.mjs').Lesson} lesson @param {number} cell */
export function isRefused({ cells, notebook }, cell) {
  const outputs = notebook?.cells[cell]?.outputs ?? [];
  const shown = outputs.some(({ ename }) => ename === 'TypeScriptError');
  return shown && cells[cell]?.tags.includes('raises-exception') === true;
}

/** @type {import('./rules.mjs').CourseCheck} */
export function types({ lessons }) {
  mkdirSync(workFolder(courseRoot), { recursive: true });
  // Inside the course, where the compiler finds its packages.
  const folder = mkdtempSync(join(workFolder(courseRoot), 'cells-'));
  try {
    const programs = lessons.map(lesson => cellProgram(lesson.cells, cell => isRefused(lesson, cell)));
    for (const [i, { source }] of programs.entries())
      writeFileSync(join(folder, `${lessons[i]?.name}.ts`), source);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: OPTIONS, include: ['*.ts'] }),
    );
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [COMPILER, '-p', folder, '--pretty', 'false'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    const errors = [...stdout.matchAll(/^(.+)\.ts\((\d+),\d+\): error (TS\d+: .*)$/gm)];
    if (status !== 0 && errors.length === 0) throw new Error(`the compiler failed: ${stdout}${stderr}`);
    return lessons.flatMap((lesson, i) => {
      const own = errors.filter(([, name, row, message = '']) => {
        const isImport = Number(row) <= (programs[i]?.imports ?? 0);
        return name === lesson.name && (isImport || !UNUSED.test(message));
      });
      const found = own.map(([, , row, message]) => ({
        line: programs[i]?.lines[Number(row) - 1] ?? 1,
        says: `expected a cell that today's compiler accepts, got ${message}`,
      }));
      return refusals(lesson, found).map(finding => ({ lesson, ...finding }));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A cell that is refused on purpose has to be refused by both compilers; then its errors are wanted.
 *
 * @param {import('./course.mjs').Lesson} lesson
 * @param {import('./rules.mjs').Finding[]} found
 */
function refusals(lesson, found) {
  let rest = found;
  for (const [i, { line, source }] of lesson.cells.entries()) {
    if (!isRefused(lesson, i)) continue;
    const end = line + source.split('\n').length;
    const others = rest.filter(finding => finding.line < line || finding.line >= end);
    rest =
      others.length < rest.length
        ? others
        : [...rest, { line, says: "expected a cell that today's compiler refuses, too, got no error" }];
  }
  return rest;
}
