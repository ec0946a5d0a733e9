'use strict';
/**
 * Fault: a failed cell has no Jupyter `error`, only a dump on stderr full of tslab's and Node's own frames.
 * Cause: tslab prints what was thrown and answers a bare status.
 * Cure: describe it as Jupyter wants: a name, a message, and a trace of the learner's own lines.
 */
const path = require('node:path');
const { inspect } = require('node:util');
const { locateInCell } = require('./cellLines.cjs');

const ROOT = path.dirname(__dirname) + path.sep;
const FOREIGN_FRAME = /node_modules[\\/]tslab[\\/]|\(?node:|[\\/]kernel[\\/]\w+\.cjs:/;

/** @typedef {import('tslab/dist/converter').Diagnostic} Diagnostic */
/** @typedef {{ ename: string, evalue: string, traceback: string[] }} JupyterError */

/** Thrown instead of running a cell that does not type-check. */
class TypeScriptError extends Error {
  /** @param {Diagnostic[]} diagnostics at least one */
  constructor(diagnostics) {
    super(diagnostics[0]?.messageText);
    this.name = 'TypeScriptError';
    this.diagnostics = diagnostics;
  }
}

/**
 * @param {unknown[]} errors at least one; the first one names the failure
 * @param {string} code the cell
 * @returns {JupyterError}
 */
function describeErrors(errors, code) {
  const [first] = errors;
  const named = first instanceof Error;
  return {
    ename: named ? first.name : 'Thrown',
    evalue: withoutRoot(named ? first.message : inspect(first)),
    traceback: errors.map(error => withoutRoot(trace(error, code))),
  };
}

/** @returns {JupyterError} */
function describeInterrupt() {
  const evalue = 'the cell was stopped';
  return { ename: 'Interrupted', evalue, traceback: [heading('Interrupted', evalue)] };
}

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {string}
 */
function trace(error, code) {
  if (error instanceof TypeScriptError) return traceDiagnostics(error.diagnostics, code);
  if (!(error instanceof Error)) return heading('Thrown', inspect(error));
  const causes =
    error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause];
  return [
    heading(error.name, error.message),
    ...ownFrames(String(error.stack)),
    ...causes.map(cause => `caused by ${trace(cause, code)}`),
  ].join('\n');
}

/** @param {string} stack */
function ownFrames(stack) {
  return (
    stack
      .split('\n')
      .filter(line => /^\s+at /.test(line) && !FOREIGN_FRAME.test(line))
      // tslab calls a function of an earlier cell as a method of its Proxy of all names.
      .map(line => locateInCell(line.replace(/(at (?:async )?)Proxy\./, '$1')))
      .filter(frame => frame !== undefined)
  );
}

/**
 * @param {Diagnostic[]} diagnostics
 * @param {string} code
 */
function traceDiagnostics(diagnostics, code) {
  const lines = code.split('\n');
  return diagnostics
    .map(({ messageText, start, fileName }, index) => {
      // The compiler explains one error in several steps, all at the same place.
      const isStep = index > 0 && diagnostics[index - 1]?.start.offset === start.offset;
      if (isStep) return `    ${messageText}`;
      const place = `${fileName ? `${fileName}, ` : ''}line ${start.line + 1}`;
      const excerpt = fileName ? '' : `\n    ${lines[start.line]}\n    ${' '.repeat(start.character)}^`;
      return `${heading('TypeScriptError', messageText)}\n  at ${place}${excerpt}`;
    })
    .join('\n');
}

/**
 * @param {string} name
 * @param {string} message
 */
const heading = (name, message) => `\u001b[31m${name}\u001b[39m: ${message}`;

/** Paths are told from the course folder on: shorter, and the same on every machine. @param {string} text */
const withoutRoot = text => text.replaceAll(`file://${ROOT}`, '').replaceAll(ROOT, '');

module.exports = { TypeScriptError, describeErrors, describeInterrupt };
