/**
 * `npm run bench -- NAME [ARGUMENTS]`: measures, side by side with what others use.
 * Flow: set-up → **bench** → bench/NAME.
 */
import { spawnSync } from 'node:child_process';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';
import { plainMessage } from './setup/setupError.mjs';
import { makeSideEnvironment, sideEnvironments } from './setup/sideEnvironment.mjs';

/** @type {Readonly<Record<string, { program: string, needs?: 'bench' | 'scale' }>>} */
const benchmarks = {
  data: { program: 'bench/data/compare.ts', needs: 'bench' },
  convolution: { program: 'bench/byHand/conv.ts' },
  'by-hand': { program: 'bench/byHand/train.ts' },
  session: { program: 'bench/training/session.ts' },
  feeding: { program: 'bench/training/feeding.ts' },
  training: { program: 'bench/training/compare.ts', needs: 'bench' },
  recipe: { program: 'bench/training/recipe.ts' },
  'time-to-99': { program: 'bench/training/timeTo99.ts', needs: 'bench' },
  workers: { program: 'bench/workers/workers.ts', needs: 'scale' },
  'workers-model': { program: 'bench/workers/costModel.ts' },
};

const [name = '', ...args] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark === undefined) {
  console.error(`npm run bench: expected one of ${Object.keys(benchmarks).join(', ')}; got '${name}'`);
  process.exit(2);
}
await setUpOrExit();
try {
  if (benchmark.needs) {
    const environment = sideEnvironments[benchmark.needs];
    await makeSideEnvironment(courseRoot, environment, line => console.log(`bench: ${line}`));
  }
  const command = ['--import', 'tsx', benchmark.program, ...args];
  process.exitCode = spawnSync(process.execPath, command, { cwd: courseRoot, stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(plainMessage(error));
  process.exitCode = 1;
}
