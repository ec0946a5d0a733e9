'use strict';
/**
 * Stands in for a machine so busy that a socket is heard of before its `bind` is told to be through. Loaded into a
 * kernel with `node --require`; LATE_BIND is a named pipe that holds up the one thread in which zeromq.js binds.
 */
const { open, openSync } = require('node:fs');
const { Publisher, Reply, Router } = require('zeromq');

const HELD_MS = 3000;
const pipe = process.env.LATE_BIND ?? '';
let isHeld = false;

/** Opening a pipe for reading waits, in that thread, until somebody opens it for writing. */
function holdTheThread() {
  if (isHeld) return;
  isHeld = true;
  open(pipe, 'r', () => {});
  setTimeout(() => openSync(pipe, 'r+'), HELD_MS);
}

for (const { prototype } of [Publisher, Reply, Router]) {
  const { bind } = prototype;
  Object.defineProperty(prototype, 'bind', {
    value(address) {
      holdTheThread();
      this.bindSync(address);
      return bind.call(this, 'tcp://127.0.0.1:*');
    },
  });
}
