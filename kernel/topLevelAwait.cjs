'use strict';
/**
 * Fault: `await (await f()).g()` and a lone `for await` are syntax errors in a cell.
 * Cause: tslab finds a cell's top-level awaits by the compiler's complaints, which do not name all of them.
 * Cure: look for them in the syntax tree.
 */
const { requireAsTslab } = require('./swapExports.cjs');

/** @type {typeof import('@tslab/typescript-for-tslab')} */
const ts = requireAsTslab('@tslab/typescript-for-tslab');

/**
 * @param {string} code a cell's JavaScript
 * @returns {boolean} whether it awaits outside of every function
 */
function hasTopLevelAwait(code) {
  if (!code.includes('await')) return false;
  // Inside an async function `await` is always a keyword, never a name.
  const tree = ts.createSourceFile('cell.js', `async () => {${code}\n}`, ts.ScriptTarget.Latest);
  const [statement] = tree.statements;
  if (!statement || !ts.isExpressionStatement(statement) || !ts.isArrowFunction(statement.expression))
    return false;
  return awaits(statement.expression.body);
}

/** @param {import('@tslab/typescript-for-tslab').Node} node @returns {boolean} */
function awaits(node) {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
  return ts.forEachChild(node, child => awaits(child) || undefined) ?? false;
}

module.exports = { hasTopLevelAwait };
