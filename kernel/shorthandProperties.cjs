'use strict';
/**
 * Fault: `{ digits }` in a cell fails with "digits is not defined" when an earlier cell declared `digits`.
 * Cause: tslab rewrites names of earlier cells to `exports.digits`, and takes a shorthand for the property's name only.
 * Cure: write such a shorthand out as `digits: exports.digits` before tslab's own rewriting.
 */
const { requireAsTslab, swapExports } = require('./swapExports.cjs');

/** @type {typeof import('@tslab/typescript-for-tslab')} */
const ts = requireAsTslab('@tslab/typescript-for-tslab');

/** @typedef {import('@tslab/typescript-for-tslab').Expression} Expression */
/** @typedef {import('@tslab/typescript-for-tslab').EmitAndSemanticDiagnosticsBuilderProgram} Builder */

/** The file in which tslab keeps the declarations of earlier cells. */
const EARLIER_CELLS = '__prev__.d.ts';

function writeOutShorthandProperties() {
  swapExports('@tslab/typescript-for-tslab', () => ({
    /** @type {(host: import('@tslab/typescript-for-tslab').WatchCompilerHostOfFilesAndCompilerOptions<Builder>) => unknown} */
    createWatchProgram: host => {
      const tellTslab = host.afterProgramCreate;
      host.afterProgramCreate = builder => {
        const emit = builder.emit.bind(builder);
        const before = [writeOut(builder.getProgram().getTypeChecker())];
        builder.emit = (file, write, token, onlyTypes, transformers) =>
          emit(file, write, token, onlyTypes, { ...transformers, before });
        tellTslab?.(builder);
      };
      return ts.createWatchProgram(host);
    },
  }));
}

/**
 * @param {import('@tslab/typescript-for-tslab').TypeChecker} checker
 * @returns {import('@tslab/typescript-for-tslab').TransformerFactory<import('@tslab/typescript-for-tslab').SourceFile>}
 */
const writeOut = checker => context => file => {
  /** @param {import('@tslab/typescript-for-tslab').Node} node @returns {import('@tslab/typescript-for-tslab').Node} */
  const visit = node => {
    if (!ts.isShorthandPropertyAssignment(node)) return ts.visitEachChild(node, visit, context);
    const declarations = checker.getShorthandAssignmentValueSymbol(node)?.declarations ?? [];
    const isEarlier = declarations.some(at => at.getSourceFile().fileName.endsWith(EARLIER_CELLS));
    if (!isEarlier) return node;
    const name = node.name.text;
    const variable = ts.factory.createPropertyAccessExpression(ts.factory.createIdentifier('exports'), name);
    // `({ name = 1 } = object)` gives the variable a default.
    const initial = node.objectAssignmentInitializer && ts.visitNode(node.objectAssignmentInitializer, visit);
    const value = initial
      ? ts.factory.createAssignment(variable, /** @type {Expression} */ (initial))
      : variable;
    return ts.factory.createPropertyAssignment(name, value);
  };
  return ts.visitEachChild(file, visit, context);
};

module.exports = { writeOutShorthandProperties };
