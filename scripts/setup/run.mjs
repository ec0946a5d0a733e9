/**
 * Runs a command and keeps what it says. The command ends when this process does (see guard.mjs).
 * Flow: step → **run** → guard → npm, pip, the compiler.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

/**
 * Starts a command under the guard; closing its standard input stops it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {boolean} [atOnce] stop it with signal 9, without a chance to tidy up
 */
export function start(command, args, options, atOnce = false) {
  // In a group of its own: a signal 9 that ends our whole group must not end the guard before the command.
  const detached = process.platform !== 'win32';
  const guarded = [...(atOnce ? ['--at-once'] : []), command, ...args];
  return spawn(process.execPath, [guard, ...guarded], { ...options, detached });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show`: a command that draws its own
 *   progress draws it on our terminal; where there is none, nothing is shown.
 * @returns {Promise<{ status: number, output: string }>} `output`: standard output and error in one, less what was
 *   shown. `status` 127: the command was not found.
 */
export function run(command, args, { cwd, env = process.env, show = false } = {}) {
  const onTerminal = show && process.stderr.isTTY;
  // Our own standard output belongs to the caller's caller: progress goes to standard error.
  const child = start(command, args, { cwd, env, stdio: ['pipe', onTerminal ? 2 : 'pipe', 'pipe'] }, true);
  let output = '';
  const keep = (/** @type {string} */ text) => {
    output += text;
  };
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve({ status: code ?? 1, output }));
  });
}
