'use strict';
/**
 * The kernel's side of the Jupyter protocol, on top of tslab's.
 * Flow: execute request → **messages** (one after another) → cell → reply, with `busy` and `idle` around it.
 *
 * Faults: no `error` message; for 200 ms after an error the next cell is skipped; with "Run All" the kernel
 * shows "idle" after the first cell; `comm_info` is answered under a wrong name.
 * Cause: tslab's queue is emptied by a timer, and `busy` is told when a request arrives instead of when it starts.
 * Cure: a queue of our own. What was asked before an error was answered is aborted, what is asked after it runs.
 */
const { setTimeout: delay } = require('node:timers/promises');
const { JupyterHandlerImpl, ZmqServer } = require('tslab/dist/jupyter');
const { versions } = require('tslab');
const { Cell } = require('./cell.cjs');
const { describeErrors, describeInterrupt } = require('./errors.cjs');
const { describeName } = require('./inspection.cjs');
const { exitSoon } = require('./lifetime.cjs');
const { runCell } = require('./runCell.cjs');
const { staleLibraryWarning } = require('./staleLibrary.cjs');

/** Requests sent together arrive within this time of each other. */
const QUIET_MS = 10;

/** @typedef {Parameters<ZmqServer['handleExecute']>[1]} Message */
/** @typedef {import('tslab/dist/executor').Executor} Executor */

class Kernel extends ZmqServer {
  /** @type {InstanceType<typeof Cell> | undefined} */
  running;
  #executor;
  #count = 0;
  #received = 0;
  #aborted = 0;
  /** @type {Promise<void>} */
  #last = Promise.resolve();

  /**
   * @param {Executor} executor
   * @param {string} configPath Jupyter's connection file
   */
  constructor(executor, configPath) {
    super(new Handler(executor), configPath);
    this.#executor = executor;
  }

  /**
   * @override
   * @param {unknown} socket
   * @param {Message} request
   */
  handleExecute(socket, request) {
    const turn = ++this.#received;
    this.#last = this.#last.then(() => this.#execute(socket, request, turn));
    return this.#last;
  }

  /**
   * @param {unknown} socket
   * @param {Message} request
   * @param {number} turn
   */
  async #execute(socket, request, turn) {
    super.publishStatus('busy', request);
    const content = turn <= this.#aborted ? { status: 'aborted' } : await this.#run(request);
    this.#send(socket, request, 'execute_reply', content);
  }

  /** @param {Message} request */
  async #run(request) {
    const { code, silent, stop_on_error } = /** @type {any} */ (request.content);
    if (!silent) this.#count++;
    const cell = new Cell(this.#count, code, (type, content) =>
      this.#send(this.iopub, request, type, content),
    );
    if (!silent) cell.send('execute_input', { code, execution_count: this.#count });
    if (!silent && this.#count === 1) cell.write('stdout', staleLibraryWarning());
    this.running = cell;
    await runCell(cell, this.#executor);
    this.running = undefined;
    const outcome = { execution_count: this.#count, user_expressions: {}, payload: [] };
    if (!cell.interrupted && cell.errors.length === 0) {
      cell.flush();
      return { status: 'ok', ...outcome };
    }
    const error = cell.interrupted ? describeInterrupt() : describeErrors(cell.errors, code);
    cell.send('error', error);
    if (stop_on_error !== false) await this.#abortWaiting();
    return { status: 'error', ...outcome, ...error };
  }

  /** Marks what waits, here or still in the socket, as aborted. */
  async #abortWaiting() {
    do {
      this.#aborted = this.#received;
      await delay(QUIET_MS);
    } while (this.#aborted !== this.#received);
  }

  /**
   * tslab calls it with `busy` when a request arrives; a cell is busy only when its turn comes.
   * @override
   * @param {string} status
   * @param {Message} request
   */
  publishStatus(status, request) {
    if (status === 'busy' && request.header.msg_type === 'execute_request') return;
    super.publishStatus(status, request);
  }

  /**
   * @override
   * @param {unknown} socket
   * @param {Message} request
   */
  handleCommInfoRequest(socket, request) {
    this.#send(socket, request, 'comm_info_reply', { status: 'ok', comms: {} });
  }

  /** @override */
  close() {
    super.close();
    exitSoon();
  }

  /**
   * @param {unknown} socket
   * @param {Message} request
   * @param {string} type
   * @param {object} content
   */
  #send(socket, request, type, content) {
    const message = request.createReply();
    message.header.msg_type = type;
    message.content = content;
    message.signAndSend(this.connInfo.key, socket);
  }
}

class Handler extends JupyterHandlerImpl {
  #executor;

  /** @param {Executor} executor */
  constructor(executor) {
    super(executor, false);
    this.#executor = executor;
  }

  /** @override */
  handleKernel() {
    const info = super.handleKernel();
    return {
      ...info,
      status: 'ok',
      implementation_version: versions.tslab,
      language_info: { ...info.language_info, version: versions.typescript },
    };
  }

  /**
   * @override
   * @param {{ code: string, cursor_pos: number }} request
   */
  handleInspect({ code, cursor_pos }) {
    const info = this.#executor.inspect(code, cursor_pos);
    const data = info ? describeName(info) : {};
    return { status: /** @type {const} */ ('ok'), found: Boolean(info), data: { ...data }, metadata: {} };
  }
}

module.exports = { Kernel };
