/**
 * A lesson's cells as one program for today's compiler: what tslab does cell by cell, all at once.
 * Each cell is a block within the one before, so that it sees what earlier cells have declared and may declare it anew.
 *
 *     import { softmax } from 'digits-cnn';     imports of all cells come first
 *     { cell 1; { cell 2; { cell 3; } } }
 *
 * Flow: cells → **cellProgram** → types.mjs.
 */
import { createRequire } from 'node:module';

/** The parser that tslab brings along. @type {typeof import('@tslab/typescript-for-tslab')} */
const ts = createRequire(createRequire(import.meta.url).resolve('tslab'))('@tslab/typescript-for-tslab');

/**
 * @typedef {object} Program
 * @property {string} source
 * @property {readonly (number | undefined)[]} lines where each of its lines stands in the lesson; undefined for an
 *   added one
 * @property {number} imports how many of its lines, the first ones, are imports
 */

/**
 * @param {readonly import('./readCells.mjs').Cell[]} cells
 * @param {(cell: number) => boolean} isRefused whether the compiler shall refuse the cell; nothing of it remains
 * @returns {Program}
 */
export function cellProgram(cells, isRefused) {
  /** @type {string[]} */
  const imports = [];
  /** @type {(number | undefined)[]} */
  const importLines = [];
  /** @type {string[]} */
  const body = [];
  /** @type {(number | undefined)[]} */
  const bodyLines = [];
  const known = new Set();
  let open = 0;

  for (const [i, { kind, source, line }] of cells.entries()) {
    if (kind !== 'code') continue;
    const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.Latest);
    let rest = source;
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement)) continue;
      const text = source.slice(statement.getStart(file), statement.end);
      const first = line + file.getLineAndCharacterOfPosition(statement.getStart(file)).line;
      rest = rest.replace(text, text.replace(/[^\n]/g, ' '));
      const once = withoutKnown(statement, file, known)?.split('\n') ?? [];
      imports.push(...once);
      importLines.push(...once.map((_, row) => first + row));
    }
    body.push('{', ...rest.split('\n'));
    bodyLines.push(undefined, ...rest.split('\n').map((_, row) => line + row));
    if (isRefused(i)) {
      body.push('}');
      bodyLines.push(undefined);
    } else {
      open++;
    }
  }
  return {
    source: [...imports, 'export {};', ...body, '}'.repeat(open), ''].join('\n'),
    lines: [...importLines, undefined, ...bodyLines, undefined, undefined],
    imports: imports.length,
  };
}

/**
 * The import without the names that an earlier cell has imported from the same place; then it is one line.
 *
 * @param {import('@tslab/typescript-for-tslab').ImportDeclaration} statement
 * @param {import('@tslab/typescript-for-tslab').SourceFile} file
 * @param {Set<string>} known
 * @returns {string | undefined} nothing if no name is new
 */
function withoutKnown(statement, file, known) {
  const { importClause, moduleSpecifier } = statement;
  const from = moduleSpecifier.getText(file);
  const bindings = importClause?.namedBindings;
  if (importClause === undefined || bindings === undefined || !ts.isNamedImports(bindings)) {
    const text = `import ${importClause === undefined ? '' : `${importClause.getText(file)} from `}${from};`;
    const isKnown = known.has(text);
    known.add(text);
    return isKnown ? undefined : text;
  }
  const fresh = bindings.elements
    .map(element => `${importClause.isTypeOnly ? 'type ' : ''}${element.getText(file)}`)
    .filter(name => !known.has(`${name} ${from}`));
  for (const name of fresh) known.add(`${name} ${from}`);
  if (fresh.length === bindings.elements.length)
    return file.text.slice(statement.getStart(file), statement.end);
  return fresh.length === 0 ? undefined : `import { ${fresh.join(', ')} } from ${from};`;
}
