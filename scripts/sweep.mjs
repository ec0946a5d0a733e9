/**
 * `npm run sweep -- PLAN.json [OPTION…]`: `digits sweep`, after making sure that what its trainings need is there, and
 * with `--ray` the environment with Ray.
 * Flow: set-up → **sweep** → lib/bin/digits.js sweep.
 */
import { join } from 'node:path';
import { handOver } from './setup/handOver.mjs';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';
import { plainMessage } from './setup/setupError.mjs';
import { makeSideEnvironment, sideEnvironments } from './setup/sideEnvironment.mjs';

const args = process.argv.slice(2);
await setUpOrExit({ only: ['node', 'packages', 'library', 'python', 'tensorflow', 'data'] });
try {
  if (args.some(arg => /^--ray(=|$)/.test(arg))) {
    await makeSideEnvironment(courseRoot, sideEnvironments.scale, console.error);
  }
  // npm changes to the root; file names are meant where the command was given.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  handOver([join(courseRoot, 'lib', 'bin', 'digits.js'), 'sweep', ...args], cwd);
} catch (error) {
  console.error(plainMessage(error));
  process.exitCode = 1;
}
