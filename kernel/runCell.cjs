'use strict';
/**
 * Runs a cell through tslab to its real end, and finds all that went wrong in it.
 * Faults: tslab only prints the error of a cell; one whose floating promise rejects, or whose timer throws, is "ok".
 * Cause: its executor knows only the promise of the cell's own code.
 * Cure: errors from everywhere are collected in the cell, which fails if there is any.
 */
const { setImmediate: nextTurn, setTimeout: delay } = require('node:timers/promises');
const { createConverter } = require('tslab/dist/converter');
const { createExecutor } = require('tslab/dist/executor');
const { currentCell } = require('./cell.cjs');
const { nameCell } = require('./cellLines.cjs');
const { TypeScriptError } = require('./errors.cjs');
const { hasTopLevelAwait } = require('./topLevelAwait.cjs');

/** What tslab rejects a pending cell with when it is told to interrupt. */
const TSLAB_INTERRUPT = 'Interrupted asynchronously';

/** @typedef {NonNullable<ReturnType<typeof currentCell>>} Cell */

/** @returns {import('tslab/dist/executor').Executor} tslab's executor, reporting to the current cell */
function createCellExecutor() {
  const converter = createConverter({ isJS: false, isBrowser: false });
  const reporting = {
    ...converter,
    /** @type {typeof converter.convert} */
    convert: (declarations, source) => {
      const result = converter.convert(declarations, source);
      if (result.diagnostics.length > 0) throw new TypeScriptError(result.diagnostics);
      const cell = currentCell();
      if (!result.output || !cell) return result;
      const hasToplevelAwait = hasTopLevelAwait(result.output);
      const output = nameCell(cell.number, source, result.output, hasToplevelAwait);
      return { ...result, hasToplevelAwait, output };
    },
    /** @type {typeof converter.addModule} */
    addModule: (...module) => {
      const diagnostics = converter.addModule(...module);
      if (diagnostics.length > 0) throw new TypeScriptError(diagnostics);
      return diagnostics;
    },
  };
  const converters = { node: reporting, browser: reporting, close: () => converter.close() };
  return createExecutor(process.cwd(), converters, { log: console.log, error: blame });
}

/**
 * Runs the cell and settles when it has finished, failed or been interrupted; never rejects.
 * @param {Cell} cell
 * @param {import('tslab/dist/executor').Executor} executor
 */
async function runCell(cell, executor) {
  // The grace of an interrupt may run out after the cell has ended: the next one must not be hit.
  cell.stopped.then(() => cell.finished || executor.interrupt());
  await cell.run(async () => {
    await executor.execute(cell.code).catch(error => cell.fail(error));
    await Promise.race([cell.allSettled(), cell.stopped]);
    // Rejections nobody handles are told at the end of a turn, and `setTimeout(f, 0)` fires after 1 ms.
    await delay(1);
    await nextTurn();
  });
  cell.finished = true;
}

/** Gives an error to the cell whose code threw it. @param {unknown} error */
function blame(error) {
  const cell = currentCell();
  const isStop = error instanceof Error && error.message === TSLAB_INTERRUPT;
  const isSigint =
    error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
  if (!cell) process.stderr.write(`${error}\n`);
  else if (isSigint) cell.interrupt();
  else if (!isStop) cell.fail(error);
}

module.exports = { createCellExecutor, runCell, blame };
