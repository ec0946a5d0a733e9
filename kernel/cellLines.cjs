'use strict';
/**
 * Fault: a stack trace names lines of the JavaScript made from a cell, all cells under one name.
 * Cause: tslab translates a cell twice (TypeScript → ES module → CommonJS) and drops both source maps.
 * Cure: keep the two maps of every cell and follow them backwards; a `sourceURL` gives each cell its name.
 */
const { SourceMap } = require('node:module');
const { swapExports } = require('./swapExports.cjs');

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:[^,]*;base64,(\S+)\s*$/;
const LINKED_MAP = /\n\/\/# sourceMappingURL=\S+\s*$/;
/** tslab puts a line of its own before the cell for the compiler, and a function's head before the JavaScript. */
const LINES_BEFORE_CELL = 1;
const FUNCTION_HEAD = '(function(exports, require) { '.length;
const ASYNC_FUNCTION_HEAD = '(async function(exports, require) { '.length;

/**
 * @typedef {object} Translation
 * @property {SourceMap} toModule from the JavaScript that runs
 * @property {SourceMap} toCell from there
 * @property {string[]} lines of the cell
 * @property {number} head characters before the JavaScript's first line
 * @property {number} end first line after the JavaScript, from 0
 */
/** @type {Map<string, Translation>} */
const translations = new Map();
/** @type {{ module: string, cell: string } | undefined} the maps of the latest translation, as JSON */
let latest;

/** Makes the second translation keep its map, and the first one's. Needs `inlineSourceMap` in the compiler's options. */
function recordCellLines() {
  swapExports('@tslab/typescript-for-tslab', ts => ({
    /** @type {(code: string, options: { compilerOptions: object }) => { outputText: string }} */
    transpileModule: (code, options) => {
      const cellMap = INLINE_MAP.exec(code)?.[1];
      const result = ts.transpileModule(code.replace(INLINE_MAP, ''), {
        ...options,
        compilerOptions: { ...options.compilerOptions, sourceMap: true },
      });
      latest = cellMap
        ? { module: result.sourceMapText, cell: Buffer.from(cellMap, 'base64').toString() }
        : undefined;
      return { ...result, outputText: result.outputText.replace(LINKED_MAP, '') };
    },
  }));
}

/**
 * Names the JavaScript just translated, so that stack traces can be led back to the cell.
 * @param {number} number the cell's execution count
 * @param {string} source the cell's TypeScript
 * @param {string} output its JavaScript
 * @param {boolean} isAsync whether it will be run as an async function
 * @returns {string} the JavaScript to run
 */
function nameCell(number, source, output, isAsync) {
  if (!latest) return output;
  const name = `notebook-cell-${number}`;
  translations.set(name, {
    toModule: new SourceMap(JSON.parse(latest.module)),
    toCell: new SourceMap(JSON.parse(latest.cell)),
    lines: source.split('\n'),
    head: isAsync ? ASYNC_FUNCTION_HEAD : FUNCTION_HEAD,
    end: output.split('\n').length,
  });
  return `${output}\n//# sourceURL=${name}`;
}

/**
 * @param {string} frame one line of a stack trace, such as `    at f (notebook-cell-3:2:7)`
 * @returns {string | undefined} the frame with the cell's own line below it; the same frame if it is in no cell;
 *   undefined if no line of the cell made it
 */
function locateInCell(frame) {
  const match = /\(?(notebook-cell-(\d+)):(\d+):(\d+)\)?$/.exec(frame);
  const translation = match && translations.get(match[1] ?? '');
  if (!translation) return frame;
  const line = Number(match[3]) - 1;
  if (line >= translation.end) return undefined; // tslab's call of the whole cell
  const column = Number(match[4]) - 1 - (line === 0 ? translation.head : 0);
  const inModule = find(translation.toModule, line, column);
  const inCell = inModule && find(translation.toCell, inModule.line, inModule.column);
  if (!inCell) return undefined;
  const index = inCell.line - LINES_BEFORE_CELL;
  const place = `cell [${match[2]}], line ${index + 1}`;
  const caller = frame.slice(0, match.index).trimEnd();
  const located = /at( async)?$/.test(caller) ? `${caller} ${place}` : `${caller} (${place})`;
  return `${located}\n        ${translation.lines[index]?.trim()}`;
}

/**
 * @param {SourceMap} map
 * @param {number} line from 0
 * @param {number} column from 0
 */
function find(map, line, column) {
  const entry = map.findEntry(line, column);
  return 'originalLine' in entry ? { line: entry.originalLine, column: entry.originalColumn } : undefined;
}

module.exports = { recordCellLines, nameCell, locateInCell };
