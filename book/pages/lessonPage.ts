/**
 * A lesson as a page of the book, with what the library offers to it at its end.
 * Flow: notebook, library → **lessonPage** → Sphinx.
 */

import { importedNames } from './importedNames';
import { firstSentence, isMentioned, type LibraryItem, linkTo } from './library/libraryItem';
import { fenced, pageLinks } from './markdown';
import { type Cell, type Lesson, wholeText } from './notebook';
import { type BesideFile, outputHtml } from './outputHtml';

export interface LessonPage {
  /** In Sphinx's Markdown. */
  readonly text: string;
  readonly files: readonly BesideFile[];
}

export function lessonPage(lesson: Lesson, library: readonly LibraryItem[]): LessonPage {
  const cells = lesson.cells.map((cell, i) => cellPage(cell, `figures/${lesson.name}-${i}`));
  return {
    text: [...cells.map(({ text }) => text), ...functionsOf(lesson, library)].join('\n\n'),
    files: cells.flatMap(({ files }) => files),
  };
}

/** @param name what the files of the cell's figures are called; their number follows. */
function cellPage({ cell_type, source, outputs = [] }: Cell, name: string): LessonPage {
  const text = wholeText(source);
  if (cell_type !== 'code') return { text: pageLinks(text), files: [] };
  const results = outputs.map((output, i) => outputHtml(output, `${name}-${i}`));
  const blocks = results.map(({ html }) => fenced('{raw} html', html));
  return {
    text: [fenced('typescript', text), ...blocks].join('\n\n'),
    files: results.flatMap(({ files }) => files),
  };
}

/** The way from a lesson to the library's pages: what is derived in it, and what else it imports. */
function functionsOf(lesson: Lesson, library: readonly LibraryItem[]): string[] {
  const imported = importedNames(lesson);
  const derived = library.filter(item => isMentioned(item, lesson.name));
  const others = library.filter(item => imported.has(item.name) && !derived.includes(item));
  if (derived.length + others.length === 0) return [];
  const list = (items: readonly LibraryItem[]) =>
    items.map(item => `- ${linkTo(item)}: ${firstSentence(item)}`).join('\n');
  return [
    '## Library functions of this lesson',
    ...(derived.length === 0 ? [] : ['Derived here, or used here for the first time:', list(derived)]),
    ...(others.length === 0 ? [] : ['It also imports:', list(others)]),
  ];
}
