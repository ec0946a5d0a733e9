/**
 * Step 6: the Jupyter kernel. Nothing is installed: Jupyter finds the committed spec through JUPYTER_PATH.
 * Flow: node → packages → library → python → tensorflow → data → **kernel**.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const files = ['kernel/kernels/tslab/kernel.json', 'kernel/launcher.cjs'];

/** @satisfies {import('../index.mjs').Step} */
export const kernel = {
  name: 'kernel',
  needs: ['packages'],
  missing: root => {
    const absent = files.find(file => !existsSync(join(root, file)));
    return absent && `${absent} is missing: it belongs to the course, 'git checkout kernel' brings it back`;
  },
};
