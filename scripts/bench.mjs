/**
 * `npm run bench -- NAME [ARGUMENTS]`: measures, side by side with what others use.
 * Flow: set-up → **bench** → bench/NAME.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandError } from './setup/explain.mjs';
import { findPython } from './setup/findPython.mjs';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot, workFolder } from './setup/paths.mjs';
import { pythonEnvironment } from './setup/pythonEnvironment.mjs';
import { run } from './setup/run.mjs';
import { plainMessage } from './setup/setupError.mjs';
import { requireSpace } from './setup/space.mjs';

/** @type {Readonly<Record<string, { program: string, needsPython?: boolean }>>} */
const benchmarks = {
  data: { program: 'bench/data/compare.ts', needsPython: true },
  convolution: { program: 'bench/byHand/conv.ts' },
  'by-hand': { program: 'bench/byHand/train.ts' },
  session: { program: 'bench/training/session.ts' },
  feeding: { program: 'bench/training/feeding.ts' },
  training: { program: 'bench/training/compare.ts', needsPython: true },
  recipe: { program: 'bench/training/recipe.ts' },
  'time-to-99': { program: 'bench/training/timeTo99.ts', needsPython: true },
};

/** The folder counts: its path is written into the environment's programs. */
function fingerprint() {
  const requirements = readFileSync(join(courseRoot, 'bench', 'requirements.txt'));
  return createHash('sha256').update(requirements).update(courseRoot).digest('hex');
}

/** What we are measured against has an environment of its own; the last file of its making says what it was made of. */
async function makePython() {
  const stamp = join(courseRoot, '.venv-bench', '.whole');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  const python = join(courseRoot, '.venv-bench', 'bin', 'python');
  requireSpace(courseRoot, 4000, '.venv-bench');
  console.log('bench: making .venv-bench with what we are measured against …');
  for (const [command, ...args] of [
    [findPython(), '-m', 'venv', '--clear', '.venv-bench'],
    [python, '-m', 'pip', 'install', '-r', 'bench/requirements.txt'],
  ]) {
    const { status, output } = await run(String(command), args, {
      cwd: courseRoot,
      env: pythonEnvironment(),
      show: true,
    });
    if (status !== 0) throw commandError(`python ${args.join(' ')}`, output, workFolder(courseRoot));
  }
  writeFileSync(stamp, fingerprint());
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
