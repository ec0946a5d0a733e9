/**
 * Runs a command that must not outlive the process that asked for it, not even when that one is killed with
 * signal 9: an orphaned pip would go on writing into a folder that the next set-up is about to make again.
 *
 *     node guard.mjs [--at-once] COMMAND ARGUMENT…
 *
 * The parent holds the other end of standard input. When it closes, for whatever reason, the command is stopped
 * with all its children: it leads a process group of its own, told to end, and ended ten seconds later (JupyterLab
 * gives its kernels five); ended at once where the next set-up makes the same again, perhaps in a moment.
 * Flow: run → **guard** → npm, pip, the compiler, JupyterLab.
 */
import { spawn } from 'node:child_process';

const given = process.argv.slice(2);
const atOnce = given[0] === '--at-once';
const [command = '', ...args] = given.slice(atOnce ? 1 : 0);
const ownGroup = process.platform !== 'win32';
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: ownGroup });

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch {
    // It has ended already.
  }
}

function stop() {
  signalAll(atOnce ? 'SIGKILL' : 'SIGTERM');
  setTimeout(() => signalAll('SIGKILL'), 10_000).unref();
}

process.stdin.on('end', stop).on('error', stop).resume();
// The parent decides what follows from a signal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

child.on('error', error => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
