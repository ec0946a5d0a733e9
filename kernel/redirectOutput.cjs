'use strict';
/**
 * What a cell prints becomes its output. (tslab does it too, but gives everything to the latest cell, forgets
 * the callback of `write`, and breaks characters that arrive in two chunks.)
 */
const { StringDecoder } = require('node:string_decoder');
const jupyter = require('tslab/dist/jupyter');
const { currentCell } = require('./cell.cjs');

function redirectOutput() {
  redirect('stdout');
  redirect('stderr');
  // The way of tslab's own `display`.
  Object.assign(jupyter, { lastWriteDisplayData: display });
}

/** @type {typeof jupyter.lastWriteDisplayData} */
const display = (bundle, update) =>
  currentCell()?.send(update ? 'update_display_data' : 'display_data', bundle);

/** @param {'stdout' | 'stderr'} name */
function redirect(name) {
  const stream = process[name];
  const writeToServer = stream.write.bind(stream);
  const decoder = new StringDecoder();
  /** @type {(chunk: string | Uint8Array, ...rest: any[]) => boolean} */
  stream.write = (chunk, ...rest) => {
    const cell = currentCell();
    if (!cell) return writeToServer(chunk, ...rest);
    cell.write(name, typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)));
    const callback = rest.find(argument => typeof argument === 'function');
    if (callback) process.nextTick(callback);
    return true;
  };
}

module.exports = { redirectOutput };
