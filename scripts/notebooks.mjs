/**
 * `npm run notebooks [-- NAME …] [--write | --measure] [--timeout S] [--jobs N]`: executes lessons through the kernel.
 * Flow: set-up → **notebooks** → notebooks/run.py (nbclient) → kernel.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUpOrExit } from './setup/index.mjs';
import { jupyterEnvironment } from './setup/jupyterEnvironment.mjs';
import { courseRoot, venvPython } from './setup/paths.mjs';
import { start } from './setup/run.mjs';

await setUpOrExit();
const home = mkdtempSync(join(tmpdir(), 'digits-cnn-notebooks-'));
const program = join(courseRoot, 'scripts', 'notebooks', 'run.py');
const runner = start(venvPython(courseRoot), [program, ...process.argv.slice(2)], {
  cwd: courseRoot,
  env: jupyterEnvironment(courseRoot, home),
  stdio: ['pipe', 'inherit', 'inherit'],
});
// The runner then ends its kernel, and itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => runner.stdin?.end());
runner.on('exit', code => {
  rmSync(home, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
