/**
 * Reads off the library's declarations what it exports, with the documentation.
 * Flow: lib/dist/entries/*.d.ts → **readLibrary** → libraryPage.
 *
 * TypeScript 7 has no interface for programs; the one that tslab brings along has, and reads our declarations.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from '@tslab/typescript-for-tslab';
import { declarationText } from './declarationText';
import { docComment } from './docComment';
import type { LibraryItem } from './libraryItem';

const ENTRIES = { main: 'digits-cnn', tensorflow: 'digits-cnn/tensorflow', lesson: 'digits-cnn/lesson' };

/**
 * Everything that the library's entries export, in their order.
 *
 * @param dist the compiled library, lib/dist.
 * @throws Error naming an entry that is not there.
 */
export function readLibrary(dist: string): LibraryItem[] {
  const files = Object.keys(ENTRIES).map(entry => join(dist, 'entries', `${entry}.d.ts`));
  const program = ts.createProgram(files, { noLib: true, types: [] }, ownFilesOnly());
  const checker = program.getTypeChecker();
  return Object.values(ENTRIES).flatMap((entry, i) => {
    const source = program.getSourceFile(files[i]!);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${files[i]} is missing: npm run build`);
    return checker
      .getExportsOfModule(module)
      .map(exported => libraryItem(exported.name, declarationsOf(checker, exported), entry, dist));
  });
}

/** Other packages stay unread: signatures are shown as they are written. */
function ownFilesOnly(): ts.CompilerHost {
  const host = ts.createCompilerHost({});
  host.resolveModuleNames = (names, from) =>
    names.map(name => {
      const path = resolve(dirname(from), name);
      const file = [`${path}.d.ts`, join(path, 'index.d.ts')].find(existsSync);
      return name.startsWith('.') && file !== undefined ? { resolvedFileName: file } : undefined;
    });
  return host;
}

/** Where an export is declared in the library; another package as a whole, like `tf`, where it is imported. */
function declarationsOf(checker: ts.TypeChecker, exported: ts.Symbol): readonly ts.Declaration[] {
  let symbol = exported;
  while (symbol.flags & ts.SymbolFlags.Alias) {
    const next = checker.getImmediateAliasedSymbol(symbol);
    if (next?.declarations === undefined) break;
    symbol = next;
  }
  return symbol.declarations ?? [];
}

function libraryItem(
  name: string,
  declarations: readonly ts.Declaration[],
  entry: string,
  dist: string,
): LibraryItem {
  const [first] = declarations;
  if (first === undefined) throw new Error(`${entry}: ${name} is not declared in the library`);
  const [folder = ''] = relative(dist, first.getSourceFile().fileName).split(sep);
  return {
    name,
    kind: kindOf(first),
    folder,
    entry,
    declaration: declarations.map(declarationText).join('\n'),
    doc: docComment(commentOf(first)),
  };
}

/** What stands over the declaration; for a package that is handed on, what stands over the file that does. */
function commentOf(declaration: ts.Declaration): string {
  const { text } = declaration.getSourceFile();
  const isHandedOn = ts.isNamespaceImport(declaration);
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const comments = ts.getLeadingCommentRanges(text, isHandedOn ? 0 : statement.getFullStart());
  const comment = isHandedOn ? comments?.at(0) : comments?.at(-1);
  return comment === undefined ? '' : text.slice(comment.pos, comment.end);
}

function kindOf(declaration: ts.Declaration): LibraryItem['kind'] {
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isClassDeclaration(declaration)) return 'class';
  if (ts.isVariableDeclaration(declaration) || ts.isNamespaceImport(declaration)) return 'value';
  return 'type';
}
