/**
 * Something that the library exports, as the book knows it.
 * Flow: readLibrary → **libraryItem** → libraryPage, lessonPage.
 */
import { docMarkdown } from '../markdown';
import type { DocComment } from './docComment';

export interface LibraryItem {
  readonly name: string;
  /** A type is nothing at run time. */
  readonly kind: 'function' | 'class' | 'value' | 'type';
  /** The folder of lib/ that it comes from; its page. */
  readonly folder: string;
  /** What it is imported from: `digits-cnn`. */
  readonly entry: string;
  /** Without its own comment, with those of its members. */
  readonly declaration: string;
  readonly doc: DocComment;
}

/** The heading over it. Some types differ from a function by a capital alone. */
export function heading({ name, kind }: LibraryItem): string {
  return kind === 'type' ? `type ${name}` : name;
}

/** A link from a page beside the folder `library`, or from within it. */
export function linkTo(item: LibraryItem, folder = 'library/'): string {
  return `[\`${item.name}\`](${folder}${item.folder}.md#${heading(item).replaceAll(' ', '-')})`;
}

/** What it is in one sentence; nothing if it is not documented. */
export function firstSentence({ doc }: LibraryItem): string {
  const paragraph = doc.text.split(/\n\s*\n/, 1)[0]!.replace(/\s+/g, ' ');
  const sentence = /^.*?\.(?=\s|$)/.exec(paragraph)?.[0] ?? paragraph;
  return docMarkdown(sentence.replace(/:$/, '.'), name => name);
}

/** Whether its documentation names the lesson. */
export function isMentioned({ doc }: LibraryItem, lesson: string): boolean {
  return [doc.text, ...doc.see].some(text => text.includes(`notebooks/${lesson}`));
}
