'use strict';
/**
 * Faults: a kernel told to end lives on while a timer or a training loop does (a restart then takes five seconds);
 * one whose Jupyter was killed lives on for good, computing.
 * Cause: tslab closes its sockets and hopes that nothing else is left.
 * Cure: leave with an exit, soon after the farewell has been sent; look once a second whether Jupyter is there.
 */
const FAREWELL_MS = 100;
const LOOK_MS = 1000;

/** Ends the process in a moment, whatever cells have left running. */
function exitSoon() {
  setTimeout(() => process.exit(0), FAREWELL_MS);
}

/** Ends the process when the one that started it is gone (POSIX; Windows keeps no such link). */
function exitWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, LOOK_MS).unref();
}

module.exports = { exitSoon, exitWithParent };
