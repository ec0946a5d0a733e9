/**
 * The table of rules. To add one: a file in rules/, a line here, a lesson that breaks it in test/lint/.
 * Flow: rules/* → **rules** → lint.
 */
import { addresses } from './rules/addresses.mjs';
import { contrast } from './rules/contrast.mjs';
import { exercises } from './rules/exercises.mjs';
import { figures } from './rules/figures.mjs';
import { forwardReferences } from './rules/forwardReferences.mjs';
import { links } from './rules/links.mjs';
import { machinePaths } from './rules/machinePaths.mjs';
import { numbers } from './rules/numbers.mjs';
import { parts } from './rules/parts.mjs';
import { size } from './rules/size.mjs';
import { stored } from './rules/stored.mjs';
import { time } from './rules/time.mjs';
import { title } from './rules/title.mjs';
import { style } from './style.mjs';
import { types } from './types.mjs';

/** @typedef {import('./course.mjs').Lesson} Lesson */
/** @typedef {import('./course.mjs').Course} Course */

/**
 * @typedef {object} Finding
 * @property {number} line of the lesson's text
 * @property {string} says what it is about, what was expected, what came
 */

/** @typedef {(lesson: Lesson, course: Course) => Finding[]} Check one lesson, which the whole course surrounds */

/** @typedef {(course: Course) => (Finding & { lesson: Lesson })[]} CourseCheck all lessons in one program */

/**
 * @typedef {object} Rule
 * @property {string} name
 * @property {Check} check
 * @property {boolean} [glossary] whether it is true of the glossary, too
 */

/** @type {readonly Rule[]} */
export const rules = [
  { name: 'title', check: title, glossary: true },
  { name: 'parts', check: parts },
  { name: 'time', check: time },
  { name: 'size', check: size },
  { name: 'numbers', check: numbers },
  { name: 'forward references', check: forwardReferences },
  { name: 'exercises', check: exercises },
  { name: 'figures', check: figures },
  { name: 'contrast', check: contrast },
  { name: 'addresses', check: addresses, glossary: true },
  { name: 'links', check: links, glossary: true },
  { name: 'machine paths', check: machinePaths, glossary: true },
  { name: 'stored', check: stored, glossary: true },
];

/** @type {readonly { name: string, check: CourseCheck }[]} */
export const courseRules = [
  { name: 'types', check: types },
  { name: 'style', check: style },
];
