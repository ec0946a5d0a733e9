'use strict';
/**
 * Fault: on a busy machine a kernel may start and never answer ("Kernel didn't respond"), or miss a request.
 * Cause: tslab listens and binds at the same time. zeromq.js binds in another thread, and refuses to send or receive
 * until it hears that this is through; a request that comes sooner ends tslab's loop that receives, for good.
 * Cure: bind in this thread, at once. All sockets are bound before the first request can be looked at.
 */
const { swapExports } = require('./swapExports.cjs');

/** @typedef {new (...args: any[]) => { bindSync(address: string): void }} Socket */

/** @param {Socket} Base */
const boundAtOnce = Base =>
  class extends Base {
    /** @param {string} address */
    async bind(address) {
      this.bindSync(address);
    }
  };

function bindAtOnce() {
  swapExports('zeromq', ({ Publisher, Reply, Router }) => ({
    Publisher: boundAtOnce(Publisher),
    Reply: boundAtOnce(Reply),
    Router: boundAtOnce(Router),
  }));
}

module.exports = { bindAtOnce };
