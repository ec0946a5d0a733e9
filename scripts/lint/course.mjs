/**
 * All lessons as the rules see them: text, cells, stored notebook.
 * Flow: notebooks/ → **course** → rules.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { courseRoot } from '../setup/paths.mjs';
import { allowances } from './allowances.mjs';
import { readCells } from './readCells.mjs';

/**
 * @typedef {object} Output what a cell shows, as the notebook format has it
 * @property {string} output_type
 * @property {string} [name] of a stream
 * @property {string | string[]} [text] of a stream
 * @property {string} [ename] of an error
 * @property {string} [evalue] of an error
 * @property {Record<string, unknown>} [data] by MIME type
 * @property {Record<string, { alt?: string }>} [metadata] by MIME type
 */

/**
 * @typedef {object} StoredCell
 * @property {string} id
 * @property {'code' | 'markdown'} cell_type
 * @property {string} source
 * @property {{ tags?: string[] }} metadata
 * @property {number | null} [execution_count]
 * @property {Output[]} [outputs]
 */

/**
 * @typedef {object} Notebook
 * @property {StoredCell[]} cells
 * @property {{ 'digits-cnn'?: { seconds: number } }} metadata
 * @property {number} bytes
 */

/**
 * @typedef {object} Lesson
 * @property {string} name `07-pooling`, or `glossary`
 * @property {number} number 7; NaN for the glossary
 * @property {string} file its text, from the root of the course
 * @property {readonly string[]} lines of the text
 * @property {readonly import('./readCells.mjs').Cell[]} cells of the text
 * @property {Notebook | undefined} notebook as it is stored, if it is
 */

/**
 * @typedef {object} Course
 * @property {string} folder that holds the notebooks
 * @property {readonly Lesson[]} lessons in their order
 * @property {Lesson | undefined} glossary
 * @property {Record<string, import('./allowances.mjs').Allowance>} allowances by the name of the lesson
 */

/** A course that cannot be read, in one line. */
export class CourseError extends Error {}

/** What the format writes as a list of lines or as one string. @param {unknown} text @returns {string} */
export const joined = text => (Array.isArray(text) ? text.join('') : String(text ?? ''));

/** @param {string} file @returns {Notebook | undefined} */
function readNotebook(file) {
  if (!existsSync(file)) return undefined;
  try {
    const { cells, metadata } = JSON.parse(readFileSync(file, 'utf8'));
    for (const cell of cells) cell.source = joined(cell.source);
    return { cells, metadata, bytes: statSync(file).size };
  } catch (error) {
    const [reason] = /** @type {Error} */ (error).message.split('\n', 1);
    throw new CourseError(`${relative(courseRoot, file)} is damaged: ${reason}`);
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Lesson}
 */
export function readLesson(folder, name) {
  const file = join(folder, 'text', `${name}.md`);
  const text = readFileSync(file, 'utf8');
  return {
    name,
    number: Number.parseInt(name, 10),
    file: relative(courseRoot, file),
    lines: text.split('\n'),
    cells: readCells(text),
    notebook: readNotebook(join(folder, `${name}.ipynb`)),
  };
}

/**
 * @param {string} [folder]
 * @returns {Course}
 */
export function readCourse(folder = join(courseRoot, 'notebooks')) {
  const names = readdirSync(join(folder, 'text'))
    .filter(file => file.endsWith('.md'))
    .map(file => file.slice(0, -3))
    .sort();
  const lessons = names.filter(name => /^\d\d-/.test(name)).map(name => readLesson(folder, name));
  const glossary = names.includes('glossary') ? readLesson(folder, 'glossary') : undefined;
  return { folder, lessons, glossary, allowances };
}
