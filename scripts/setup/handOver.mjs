/**
 * Lets another program have the terminal: its streams, Ctrl-C and exit code are that program's own.
 * Flow: set-up → **handOver** → `npm run digits`, `npm run sweep`, `npm run ladder`.
 */
import { spawn } from 'node:child_process';

/**
 * Runs Node with these arguments; its exit code becomes ours.
 *
 * @param {string[]} args
 * @param {string} cwd
 */
export function handOver(args, cwd) {
  const child = spawn(process.execPath, args, { stdio: 'inherit', cwd });
  // Ctrl-C reaches the program itself, which saves its work first.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
