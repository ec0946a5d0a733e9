/**
 * Writes the book as Sphinx reads it: `tsx book/pages/main.ts FOLDER`.
 * Flow: notebooks/*.ipynb, lib/dist → **main** → FOLDER → Sphinx → book/out.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lessonPage } from './lessonPage';
import { libraryPages } from './library/libraryPage';
import { readLibrary } from './library/readLibrary';
import { type Lesson, lessonNumber, readLessons, shortTitle } from './notebook';

const root = resolve(__dirname, '..', '..');

/** The front page, with the lessons that there are. */
function frontPage(lessons: readonly Lesson[]): string {
  const numbered = lessons.filter(({ name }) => lessonNumber(name) !== undefined);
  const toc = numbered.map(lesson => `${shortTitle(lesson)} <${lesson.name}>`).join('\n');
  const list = numbered
    .map(({ name, title }) => `| ${lessonNumber(name)} | [${title}](${name}.md) |`)
    .join('\n');
  return readFileSync(join(root, 'book', 'index.md'), 'utf8')
    .replace('%TOC%', () => toc)
    .replace('%LESSONS%', () => list);
}

function writeBook(folder: string): void {
  const write = (file: string, text: string) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const lessons = readLessons(join(root, 'notebooks'));
  const library = readLibrary(join(root, 'lib', 'dist'));
  write('index.md', frontPage(lessons));
  for (const lesson of lessons) {
    const { text, files } = lessonPage(lesson, library);
    write(`${lesson.name}.md`, text);
    for (const file of files) write(join('beside', file.path), file.text);
  }
  for (const [file, text] of libraryPages({ library, lessons })) write(file, text);
  copyStatic(join(folder, 'static'));
}

/** What pages load, all of it from the book itself: our own, the formulas' letters, the plots' drawing. */
function copyStatic(folder: string): void {
  const packages = join(root, 'node_modules');
  cpSync(join(root, 'book', 'static'), folder, { recursive: true });
  cpSync(join(packages, 'katex', 'dist', 'katex.min.css'), join(folder, 'katex', 'katex.css'));
  cpSync(join(packages, 'katex', 'dist', 'fonts'), join(folder, 'katex', 'fonts'), {
    recursive: true,
    filter: file => !/\.(ttf|woff)$/.test(file),
  });
  cpSync(join(packages, 'plotly.js-dist-min', 'plotly.min.js'), join(folder, 'plotly.js'));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('main: expected a folder');
writeBook(folder);
