/**
 * Step 5: data/train.csv and data/test.csv, written by `digits data`. Files of the user's are left as they are;
 * `digits data` says whether they are digits. What it accepted is remembered by size and time.
 * Flow: node → packages → library → python → tensorflow → **data** → kernel.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commandError } from '../explain.mjs';
import { workFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { SetupError } from '../setupError.mjs';
import { requireSpace } from '../space.mjs';
import { writeWhole } from '../writeWhole.mjs';

const files = ['data/train.csv', 'data/test.csv'];

/** @param {string} root */
const stampFile = root => join(workFolder(root), 'data.json');

/** Size and time of both files. @param {string} root */
function fingerprint(root) {
  return JSON.stringify(
    files.map(file => {
      const { size, mtimeMs } = statSync(join(root, file));
      return { file, size, mtimeMs };
    }),
  );
}

/** @satisfies {import('../index.mjs').Step} */
export const data = {
  name: 'data',
  needs: ['packages', 'library'],

  missing: root => {
    const absent = files.filter(file => !existsSync(join(root, file)));
    if (absent.length > 0) return `writing ${absent.join(' and ')}`;
    const isSame = existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === fingerprint(root);
    return isSame ? undefined : `checking ${files.join(' and ')}`;
  },

  make: async root => {
    requireSpace(join(root, 'data'), 150, 'the digits as CSV');
    const args = [join(root, 'lib', 'bin', 'digits.js'), 'data', '--out', 'data'];
    const { status, output } = await run(process.execPath, args, { cwd: root });
    // 2: a file of the user's is not what it should be, and the one line says so.
    if (status === 2) throw new SetupError(output.trim());
    if (status !== 0) throw commandError('digits data', output, workFolder(root));
    writeWhole(stampFile(root), fingerprint(root));
  },
};
