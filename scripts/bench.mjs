/**
 * `npm run bench -- NAME [ARGUMENTS]`: measures, side by side with what others use.
 * Flow: set-up → **bench** → bench/NAME.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPython } from './setup/findPython.mjs';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { plainMessage } from './setup/setupError.mjs';

/** @type {Readonly<Record<string, { program: string, needsPython?: boolean }>>} */
const benchmarks = {
  data: { program: 'bench/data/compare.ts', needsPython: true },
  convolution: { program: 'bench/byHand/conv.ts' },
  'by-hand': { program: 'bench/byHand/train.ts' },
  session: { program: 'bench/training/session.ts' },
};

/** What we are measured against has an environment of its own; the last file of its making marks it as whole. */
async function makePython() {
  const stamp = join(courseRoot, '.venv-bench', '.whole');
  if (existsSync(stamp)) return;
  const python = join(courseRoot, '.venv-bench', 'bin', 'python');
  console.log('bench: making .venv-bench with what we are measured against …');
  for (const [command, ...args] of [
    [findPython(), '-m', 'venv', '--clear', '.venv-bench'],
    [python, '-m', 'pip', 'install', '--quiet', '-r', 'bench/requirements.txt'],
    [python, '-c', `open(${JSON.stringify(stamp)}, 'w').close()`],
  ]) {
    const { status, output } = await run(String(command), args, { cwd: courseRoot, show: true });
    if (status !== 0) throw new Error(`bench: ${args.join(' ')} failed: ${output.trim().split('\n').at(-1)}`);
  }
}

const [name = '', ...args] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark === undefined) {
  console.error(`npm run bench: expected one of ${Object.keys(benchmarks).join(', ')}; got '${name}'`);
  process.exit(2);
}
await setUpOrExit();
try {
  if (benchmark.needsPython) await makePython();
  const command = ['--import', 'tsx', benchmark.program, ...args];
  process.exitCode = spawnSync(process.execPath, command, { cwd: courseRoot, stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(plainMessage(error));
  process.exitCode = 1;
}
