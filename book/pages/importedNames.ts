/**
 * What a lesson's cells import from the library.
 * Flow: notebook → **importedNames** → lessonPage, libraryPage.
 */
import { type Lesson, wholeText } from './notebook';

const IMPORT = /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+['"]digits-cnn(?:\/\w+)?['"]/g;

/** The names as the library has them, types too. */
export function importedNames({ cells }: Pick<Lesson, 'cells'>): ReadonlySet<string> {
  const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => wholeText(source));
  const lists = [...code.join('\n').matchAll(IMPORT)].flatMap(([, names = '']) => names.split(','));
  const names = lists.map(entry =>
    entry
      .trim()
      .replace(/^type\s+/, '')
      .replace(/\s+as\s.*/, ''),
  );
  return new Set(names.filter(name => name !== ''));
}
