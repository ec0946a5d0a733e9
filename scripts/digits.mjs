/**
 * `npm run digits -- ARGUMENT…`: the library's command line, after making sure that it is there.
 * Standard output and the exit code are the command's own.
 * Flow: packages, library → **digits** → lib/bin/digits.js.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';

await setUpOrExit({ only: ['node', 'packages', 'library'] });
const program = join(courseRoot, 'lib', 'bin', 'digits.js');
// npm changes to the root; file names are meant where the command was given.
const cwd = process.env.INIT_CWD ?? process.cwd();
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit', cwd });
// Ctrl-C reaches the command itself, which saves its work first; its exit code is ours.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});
