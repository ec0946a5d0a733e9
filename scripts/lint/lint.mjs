/**
 * Every rule on every lesson.
 * Flow: course, rules → **lint** → one line per finding.
 */
import { courseRules, rules } from './rules.mjs';

/**
 * The findings, in the order of the lessons and their lines.
 *
 * @param {import('./course.mjs').Course} course
 * @param {readonly string[]} [wanted] beginnings of the names of lessons; by default all
 * @returns {string[]}
 */
export function lint(course, wanted = ['']) {
  const texts = [...course.lessons, ...(course.glossary ? [course.glossary] : [])];
  const found = texts.flatMap(lesson =>
    rules
      .filter(({ glossary = false }) => glossary || lesson !== course.glossary)
      .flatMap(({ name, check }) => check(lesson, course).map(finding => ({ ...finding, lesson, name }))),
  );
  for (const { name, check } of courseRules)
    found.push(...check(course).map(finding => ({ ...finding, name })));
  return found
    .filter(({ lesson }) => wanted.some(start => lesson.name.startsWith(start)))
    .sort((a, b) => a.lesson.file.localeCompare(b.lesson.file) || a.line - b.line)
    .map(({ lesson, line, name, says }) => `${lesson.file} line ${line}: ${name}: ${says}`);
}
