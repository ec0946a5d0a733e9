'use strict';
/**
 * What the course's library may ask of the kernel, under `globalThis[Symbol.for('digits-cnn.kernel')]`.
 * Outside the kernel the symbol is undefined: code that runs anywhere looks first.
 * Everything belongs to the cell whose code calls it, also later, from the background.
 */
const { currentCell } = require('./cell.cjs');

/**
 * @typedef {object} KernelHook
 * @property {AbortSignal} interruptSignal of the cell, fresh for each: aborted when it is interrupted or fails.
 *   A cell that took it and is interrupted has two seconds to end by itself, then it is ended.
 * @property {(bundle: { data: Record<string, unknown>, metadata?: Record<string, unknown> }, displayId: string,
 *   update: boolean) => void} display shows one output in several formats (MIME type → value), or replaces the one
 *   shown earlier under the same id.
 * @property {(promise: Promise<unknown>) => void} waitFor keeps the cell unfinished until the promise settles;
 *   a rejection fails the cell.
 * @property {(wait: boolean) => void} clear empties the cell's output, at once or when the next output comes.
 */

/** @type {KernelHook} */
const hook = {
  get interruptSignal() {
    return cell().signal;
  },
  display({ data, metadata = {} }, displayId, update) {
    const content = { data, metadata, transient: { display_id: displayId } };
    cell().send(update ? 'update_display_data' : 'display_data', content);
  },
  waitFor: promise => cell().waitFor(promise),
  clear: wait => cell().send('clear_output', { wait }),
};

function cell() {
  const current = currentCell();
  if (!current) throw new Error('kernel: no cell has run yet');
  return current;
}

function installHook() {
  Object.defineProperty(globalThis, Symbol.for('digits-cnn.kernel'), { value: Object.freeze(hook) });
}

module.exports = { installHook };
