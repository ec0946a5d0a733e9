'use strict';
/**
 * One execution of a cell: its outputs, its errors, its interrupt.
 * Flow: an execute request (messages.cjs) → **cell** → runCell.cjs runs it → messages back to Jupyter.
 *
 * Everything that a cell starts (promises, timers) carries its cell along, so that output and errors of
 * code that goes on in the background reach the cell that started it, not the one that happens to run.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const { describeErrors } = require('./errors.cjs');
const { StreamBuffer } = require('./streamBuffer.cjs');

/** How long an interrupted cell that listens to its signal may take to end by itself. */
const GRACE_MS = 2000;

/** @type {AsyncLocalStorage<Cell>} */
const owner = new AsyncLocalStorage();
/** @type {Cell | undefined} */
let latest;

/** @typedef {(type: string, content: object) => void} Send sends one message that belongs to the cell */

class Cell {
  /** @type {unknown[]} */
  errors = [];
  interrupted = false;
  finished = false;
  /** Settles when the cell must end whether its promises have settled or not. @type {Promise<void>} */
  stopped;

  #stop = () => {};
  #controller = new AbortController();
  #signalTaken = false;
  #awaited = Promise.resolve();
  #send;
  #stream;

  /**
   * @param {number} number its execution count
   * @param {string} code
   * @param {Send} send
   */
  constructor(number, code, send) {
    this.number = number;
    this.code = code;
    this.#send = send;
    this.#stream = new StreamBuffer((name, text) => send('stream', { name, text }));
    this.stopped = new Promise(resolve => {
      this.#stop = resolve;
    });
  }

  /**
   * Runs `body` as this cell: from now on `currentCell()` in it, and in all it starts, is this one.
   * @template T
   * @param {() => T} body
   * @returns {T}
   */
  run(body) {
    latest = this;
    return owner.run(this, body);
  }

  /**
   * @param {string} type of message
   * @param {object} content
   */
  send(type, content) {
    this.flush();
    this.#send(type, content);
  }

  /** Sends what has been printed so far. */
  flush() {
    this.#stream.flush();
  }

  /**
   * @param {'stdout' | 'stderr'} name
   * @param {string} text
   */
  write(name, text) {
    this.#stream.write(name, text);
  }

  /** Aborted when the cell is interrupted or fails. */
  get signal() {
    this.#signalTaken = true;
    return this.#controller.signal;
  }

  /**
   * The cell has an error: it ends now, like a program would. A finished cell can only tell it in its output.
   * @param {unknown} error
   */
  fail(error) {
    if (this.finished) {
      this.write('stderr', `${describeErrors([error], this.code).traceback.join('\n')}\n`);
      return;
    }
    this.errors.push(error);
    this.#controller.abort();
    this.#stop();
  }

  /** Asks the cell to end. One that took the signal has a moment to end by itself and keep its results. */
  interrupt() {
    const mayHeed = this.#signalTaken && !this.interrupted;
    this.interrupted = true;
    this.#controller.abort();
    setTimeout(() => this.#stop(), mayHeed ? GRACE_MS : 0).unref();
  }

  /**
   * The cell does not finish before `promise` settles; a rejection fails the cell.
   * @param {Promise<unknown>} promise
   */
  waitFor(promise) {
    const settled = promise.then(
      () => {},
      error => this.fail(error),
    );
    this.#awaited = Promise.all([this.#awaited, settled]).then(() => {});
  }

  /** Settles when every promise given to `waitFor`, also those given meanwhile, has settled. */
  async allSettled() {
    let seen;
    do {
      seen = this.#awaited;
      await seen;
    } while (seen !== this.#awaited);
  }
}

/** @returns {Cell | undefined} the cell whose code calls this, else the latest one; undefined before the first */
const currentCell = () => owner.getStore() ?? latest;

module.exports = { Cell, currentCell };
