/**
 * Step 3: the course's own Python environment, .venv, with JupyterLab. The user's own Python is only read.
 * A virtual environment cannot be moved, so this one is made in place and marked as whole at the end.
 * Flow: node → packages → library → **python** → tensorflow → data → kernel.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandError } from '../explain.mjs';
import { findPython } from '../findPython.mjs';
import { venvPython, workFolder } from '../paths.mjs';
import { pythonEnvironment } from '../pythonEnvironment.mjs';
import { run } from '../run.mjs';
import { requireSpace } from '../space.mjs';
import { writeWhole } from '../writeWhole.mjs';

/** @param {string} root */
const stampFile = root => join(root, '.venv', '.digits-python');

/** The folder counts: its path is written into the environment's programs. @param {string} root */
function fingerprint(root) {
  const requirements = readFileSync(join(root, 'requirements.txt'));
  return createHash('sha256').update(requirements).update(root).digest('hex');
}

/** @satisfies {import('../index.mjs').Step} */
export const python = {
  name: 'python',
  needs: ['node'],

  missing: root => {
    if (!existsSync(stampFile(root))) return 'making .venv with JupyterLab';
    if (!existsSync(venvPython(root))) return 'making .venv again, the Python it was made from is gone';
    const isSame = readFileSync(stampFile(root), 'utf8') === fingerprint(root);
    return isSame ? undefined : 'making .venv again, requirements.txt or the folder has changed';
  },

  make: async root => {
    const base = findPython();
    requireSpace(root, 600, 'JupyterLab');
    const venv = join(root, '.venv');
    const old = join(workFolder(root), 'venv-old');
    mkdirSync(workFolder(root), { recursive: true });
    rmSync(old, { recursive: true, force: true });
    // Renamed first: deleting takes seconds, and a kernel may be about to start from it.
    if (existsSync(venv)) renameSync(venv, old);
    rmSync(old, { recursive: true, force: true });

    const env = pythonEnvironment();
    const made = await run(base, ['-m', 'venv', venv], { cwd: root, env });
    if (made.status !== 0) throw commandError('python -m venv', made.output, workFolder(root));
    const install = ['-m', 'pip', 'install', '-r', 'requirements.txt'];
    const { status, output } = await run(venvPython(root), install, { cwd: root, env, show: true });
    if (status !== 0) throw commandError('pip install', output, workFolder(root));
    writeWhole(stampFile(root), fingerprint(root));
  },
};
