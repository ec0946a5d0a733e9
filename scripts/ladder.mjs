/**
 * `npm run ladder [-- SEEDS [AT ONCE [RUNG …]]]`: computes what lesson 13 compares; takes hours, and may be stopped any time.
 * Flow: set-up → **ladder** → bench/ladder/ladder.ts → data/ladder.json.
 */
import { spawn } from 'node:child_process';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';

await setUpOrExit({ only: ['node', 'packages', 'library', 'python', 'tensorflow', 'data'] });
const command = ['--import', 'tsx', 'bench/ladder/ladder.ts', ...process.argv.slice(2)];
const child = spawn(process.execPath, command, { cwd: courseRoot, stdio: 'inherit' });
// Ctrl-C reaches the ladder itself, which says what is done; its exit code is ours.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});
