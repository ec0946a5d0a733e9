'use strict';
/**
 * Fault: a cell that prints thousands of lines loses most of them in JupyterLab ("IOPub message rate exceeded").
 * Cause: tslab sends a message for every `console.log`; Jupyter's server passes on 1000 messages a second.
 * Cure: what a cell prints within a twentieth of a second is sent as one message.
 */
const INTERVAL_MS = 50;
const MAX_LENGTH = 1 << 16;

class StreamBuffer {
  #send;
  #name = '';
  #text = '';
  #sentAt = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /** @param {(name: string, text: string) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /**
   * @param {'stdout' | 'stderr'} name
   * @param {string} text
   */
  write(name, text) {
    if (name !== this.#name) this.flush();
    this.#name = name;
    this.#text += text;
    // A synchronous loop lets no timer fire, so the clock is read too.
    if (this.#text.length > MAX_LENGTH || performance.now() - this.#sentAt > INTERVAL_MS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), INTERVAL_MS);
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text === '') return;
    this.#send(this.#name, this.#text);
    this.#text = '';
    this.#sentAt = performance.now();
  }
}

module.exports = { StreamBuffer };
