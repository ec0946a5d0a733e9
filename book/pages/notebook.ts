/**
 * A stored notebook, as far as the book reads it.
 * Flow: notebooks/NAME.ipynb → **notebook** → lessonPage.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Text as a notebook stores it: whole, or in lines that keep their ends. */
export type StoredText = string | readonly string[];

/** What a cell has put out. */
export type Output =
  | { readonly output_type: 'stream'; readonly name: string; readonly text: StoredText }
  | { readonly output_type: 'error'; readonly traceback: readonly string[] }
  | {
      readonly output_type: 'display_data' | 'execute_result';
      readonly data: Readonly<Record<string, unknown>>;
      readonly metadata?: { readonly 'image/svg+xml'?: { readonly alt?: string } };
    };

export interface Cell {
  readonly cell_type: string;
  readonly source: StoredText;
  readonly outputs?: readonly Output[];
}

export interface Lesson {
  /** `06-convolution`, or `glossary`. */
  readonly name: string;
  /** The text of its first heading. */
  readonly title: string;
  readonly cells: readonly Cell[];
}

export function wholeText(text: StoredText): string {
  return typeof text === 'string' ? text : text.join('');
}

function readCells(path: string): readonly Cell[] {
  try {
    const { cells } = JSON.parse(readFileSync(path, 'utf8')) as { cells?: readonly Cell[] };
    if (Array.isArray(cells)) return cells;
  } catch {
    // Said below.
  }
  throw new Error(`${basename(path)}: expected a notebook, found a damaged file`);
}

/**
 * Every notebook of the folder, in order of name.
 *
 * @throws Error naming a notebook that is damaged or does not begin with its title.
 */
export function readLessons(folder: string): Lesson[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.ipynb'));
  return files.sort().map(file => {
    const cells = readCells(join(folder, file));
    const title = /^# (.+)/.exec(cells[0] === undefined ? '' : wholeText(cells[0].source))?.[1];
    if (title === undefined) throw new Error(`${file}: expected a title, '# …', in its first cell`);
    return { name: basename(file, '.ipynb'), title, cells };
  });
}

/** `06` of `06-convolution`; `undefined` for what is no lesson. */
export function lessonNumber(name: string): string | undefined {
  return /^(\d\d)-/.exec(name)?.[1];
}

/** The title in a few words, for lists: `06 Convolution`. */
export function shortTitle({ name, title }: Pick<Lesson, 'name' | 'title'>): string {
  return [lessonNumber(name), title.replace(/: .*/, '')].filter(part => part !== undefined).join(' ');
}
