/**
 * The pages about the library: one for each folder, and one with the name of everything.
 * Flow: readLibrary, lessons → **libraryPage** → Sphinx.
 */

import { importedNames } from '../importedNames';
import { docMarkdown, fenced } from '../markdown';
import { type Lesson, lessonNumber, shortTitle } from '../notebook';
import { folders } from './folders';
import { firstSentence, heading, isMentioned, type LibraryItem, linkTo } from './libraryItem';

/** What the pages link to. */
export interface Linked {
  readonly library: readonly LibraryItem[];
  readonly lessons: readonly Lesson[];
}

/** Every page about the library, by its file in the book. */
export function libraryPages(linked: Linked): Map<string, string> {
  const used = new Set(linked.library.map(({ folder }) => folder));
  const unknown = [...used].find(folder => !folders.has(folder));
  if (unknown !== undefined) throw new Error(`lib/${unknown} has no line in book/pages/library/folders.ts`);
  const names = [...folders.keys()].filter(folder => used.has(folder));
  return new Map([
    ['library/index.md', indexPage(linked, names)],
    ...names.map(name => [`library/${name}.md`, folderPage(name, linked)] as const),
  ]);
}

function indexPage({ library, lessons }: Linked, names: readonly string[]): string {
  const items = library.filter(({ kind }) => kind !== 'type');
  const rows = items
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(item => `| ${linkTo(item, '')} | ${firstSentence(item)} | ${lessonLinks(item, lessons)} |`);
  const toc = names.join('\n');
  return `# The library

The library \`digits-cnn\`, folder by folder in the order in which data flows, then everything that can be called, by its name. The last column leads to the lessons.

\`\`\`{toctree}
:maxdepth: 1

${toc}
\`\`\`

## All functions

| name | what it does | lessons |
|---|---|---|
${rows.join('\n')}
`;
}

function folderPage(name: string, linked: Linked): string {
  const { title, text } = folders.get(name)!;
  const items = linked.library.filter(({ folder }) => folder === name);
  const isType = ({ kind }: LibraryItem) => kind === 'type';
  const sorted = [...items.filter(item => !isType(item)), ...items.filter(isType)];
  return [`# ${title}`, text, ...sorted.map(item => itemText(item, linked))].join('\n\n');
}

function itemText(item: LibraryItem, { library, lessons }: Linked): string {
  const { doc, name, kind, entry } = item;
  const markdown = (text: string) => docMarkdown(text, lesson => lessonLink(lesson, lessons));
  const list = [
    ...doc.params.map(param => `\`${param.name}\`: ${markdown(param.text)}`),
    ...doc.returns.map(text => `**Returns** ${markdown(text)}`),
    ...doc.throws.map(text => `**Throws** ${markdown(text)}`),
  ];
  const types = typesOf(item, library);
  const importText = `import ${kind === 'type' ? 'type ' : ''}{ ${name.split('.')[0]} } from '${entry}';`;
  return [
    `## ${heading(item)}`,
    markdown(doc.text),
    fenced('typescript', `${importText}\n\n${item.declaration}`.trim()),
    list.map(entry => `- ${entry}`).join('\n'),
    ...(types.length === 0 ? [] : [`**Types:** ${types.map(type => linkTo(type, '')).join(', ')}`]),
    ...doc.examples.map(example => `**Example**\n\n${fenced('typescript', example)}`),
    ...doc.see.map(text => `**See** ${markdown(text)}`),
    ...usedIn(item, lessons),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** The types that a declaration mentions; of two with one name, that of its own entry. */
function typesOf({ name, entry, declaration }: LibraryItem, library: readonly LibraryItem[]): LibraryItem[] {
  const words = new Set(declaration.match(/\w+/g));
  const types = library.filter(
    other => other.kind === 'type' && other.name !== name && words.has(other.name),
  );
  const isOwn = (type: LibraryItem) => type.entry === entry;
  return types.filter(type => isOwn(type) || !types.some(twin => twin.name === type.name && isOwn(twin)));
}

function usedIn(item: LibraryItem, lessons: readonly Lesson[]): string[] {
  const users = lessons.filter(lesson => importedNames(lesson).has(item.name));
  if (users.length === 0) return [];
  const links = users.map(lesson => `[${shortTitle(lesson)}](../${lesson.name}.md)`);
  return [`**Used in** ${links.join(', ')}`];
}

/** A lesson that is not there yet is named, without a link. */
function lessonLink(name: string, lessons: readonly Lesson[]): string {
  const lesson = lessons.find(lesson => lesson.name === name);
  return lesson === undefined
    ? `lesson ${lessonNumber(name)}`
    : `[lesson ${shortTitle(lesson)}](../${name}.md)`;
}

/** Every lesson that derives or imports it, by number. */
function lessonLinks(item: LibraryItem, lessons: readonly Lesson[]): string {
  return lessons
    .filter(lesson => isMentioned(item, lesson.name) || importedNames(lesson).has(item.name))
    .map(({ name }) => `[${lessonNumber(name) ?? name}](../${name}.md)`)
    .join(' ');
}
