/**
 * Step 1: the npm packages, exactly as package-lock.json has them, their install scripts not run (.npmrc).
 * Flow: node → **packages** → library → python → tensorflow → data → kernel.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandError } from '../explain.mjs';
import { npm, npmEnvironment } from '../npm.mjs';
import { workFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { SetupError } from '../setupError.mjs';
import { requireSpace } from '../space.mjs';
import { writeWhole } from '../writeWhole.mjs';

/** Everything that decides what npm puts into node_modules. */
const inputs = ['package.json', 'package-lock.json', 'lib/package.json', '.npmrc'];

/** Written last: while it is missing, node_modules is not whole. @param {string} root */
const stampFile = root => join(root, 'node_modules', '.digits-packages');

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

/** Whatever set-up does to a linked folder would happen to another clone. @param {string} root */
function isLinked(root) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** @satisfies {import('../index.mjs').Step} */
export const packages = {
  name: 'packages',
  needs: ['node'],

  missing: root => {
    if (isLinked(root)) return 'looking at node_modules';
    if (!existsSync(stampFile(root))) return 'installing the npm packages';
    const isSame = readFileSync(stampFile(root), 'utf8') === fingerprint(root);
    return isSame ? undefined : 'installing the npm packages again, the lock file has changed';
  },

  make: async root => {
    if (isLinked(root)) throw new SetupError('node_modules is a link to another folder; remove the link');
    requireSpace(root, 1000, 'npm');
    rmSync(stampFile(root), { force: true });
    const [command, ...args] = npm();
    // Tests and compilers are development packages, which NODE_ENV=production would leave out.
    const options = ['--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
    const { status, output } = await run(command, [...args, 'ci', ...options], {
      cwd: root,
      env: npmEnvironment(root),
      show: true,
    });
    if (status !== 0) throw commandError('npm ci', output, workFolder(root));
    writeWhole(stampFile(root), fingerprint(root));
  },
};
