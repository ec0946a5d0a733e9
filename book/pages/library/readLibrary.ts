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

type Declared = readonly [name: string, declarations: readonly ts.Declaration[]];

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
    return itemsOf(checker, module).map(([name, declarations]) =>
      libraryItem(name, declarations, entry, dist),
    );
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

/** Every name that a module exports, with its declarations; of a module within it, `op`, also `op.add` and so on. */
function itemsOf(checker: ts.TypeChecker, module: ts.Symbol): Declared[] {
  return checker.getExportsOfModule(module).flatMap((exported): Declared[] => {
    const symbol = declaredSymbol(checker, exported);
    const isModule = (symbol.flags & ts.SymbolFlags.ValueModule) !== 0;
    const within = isModule ? itemsOf(checker, symbol) : [];
    return [
      [exported.name, symbol.declarations ?? []],
      ...within.map(([name, declarations]): Declared => [`${exported.name}.${name}`, declarations]),
    ];
  });
}

/** What an export is in the library; of another package as a whole, like `tf`, the place where it is imported. */
function declaredSymbol(checker: ts.TypeChecker, exported: ts.Symbol): ts.Symbol {
  let symbol = exported;
  while (symbol.flags & ts.SymbolFlags.Alias) {
    const next = checker.getImmediateAliasedSymbol(symbol);
    if (next?.declarations === undefined) break;
    symbol = next;
  }
  return symbol;
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

/** What stands over the declaration; over the file, if that is what is handed on, or hands a whole package on. */
function commentOf(declaration: ts.Declaration): string {
  const { text } = declaration.getSourceFile();
  const isWhole = ts.isNamespaceImport(declaration) || ts.isSourceFile(declaration);
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const comments = ts.getLeadingCommentRanges(text, isWhole ? 0 : statement.getFullStart());
  const comment = isWhole ? comments?.at(0) : comments?.at(-1);
  return comment === undefined ? '' : text.slice(comment.pos, comment.end);
}

function kindOf(declaration: ts.Declaration): LibraryItem['kind'] {
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isClassDeclaration(declaration)) return 'class';
  const isType = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
  return isType ? 'type' : 'value';
}
