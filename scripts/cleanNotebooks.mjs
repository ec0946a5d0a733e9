/**
 * `npm run clean-notebooks [-- NAME …]`: copies of the lessons without prose and outputs, for recall.
 * Flow: set-up → **clean-notebooks** → notebooks/clean.py → recall/.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot, venvPython } from './setup/paths.mjs';

await setUpOrExit();
const program = join(courseRoot, 'scripts', 'notebooks', 'clean.py');
const { status } = spawnSync(venvPython(courseRoot), [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
