'use strict';
/**
 * Fault: a cell that sends more than 512 messages in one tick loses the rest and stays busy for ever
 * (its "idle" is among the lost).
 * Cause: zeromq.js answers the 513th `send` of a tick later, and until then throws EBUSY at every other;
 * beyond 1000 waiting messages a publisher drops new ones.
 * Cure: with a send time-out of 0 zeromq.js hands every message to its own thread at once, and with a
 * high-water mark of 0 that thread keeps them all.
 */
const { swapExports } = require('./swapExports.cjs');

const UNBOUNDED = { sendTimeout: 0, sendHighWaterMark: 0 };

function useUnboundedOutput() {
  swapExports('zeromq', ({ Publisher, Router }) => ({
    Publisher: class extends Publisher {
      constructor() {
        super(UNBOUNDED);
      }
    },
    Router: class extends Router {
      constructor() {
        super(UNBOUNDED);
      }
    },
  }));
}

module.exports = { useUnboundedOutput };
