/**
 * Step 2: the library, lib/**.ts compiled to lib/dist, and the pages of its interactives bundled into lib/dist/pages.
 * Built beside and renamed, so a half-built one is never seen.
 * Flow: node → packages → **library** → python → tensorflow → data → kernel.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundlePages } from '../bundlePages.mjs';
import { workFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { SetupError } from '../setupError.mjs';

/** Its time is when the build began. @param {string} root */
const stampFile = root => join(root, 'lib', 'dist', '.built');

/** @param {string} root @returns {number} when the newest source was changed, in milliseconds */
function newestSource(root) {
  const lib = join(root, 'lib');
  const folders = readdirSync(lib, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'dist' && entry.name !== 'node_modules')
    .map(entry => join(lib, entry.name));
  const sources = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => join(folder, file)),
  );
  const files = [...sources, join(lib, 'tsconfig.json'), join(lib, 'package.json')];
  return Math.max(...files.map(file => statSync(file).mtimeMs));
}

/** The first error of a TypeScript run. @param {string} output */
function firstError(output) {
  return output.split('\n').find(line => line.includes('error TS')) ?? output.trim().slice(0, 200);
}

/** @satisfies {import('../index.mjs').Step} */
export const library = {
  name: 'library',
  needs: ['packages'],

  missing: root => {
    if (!existsSync(stampFile(root))) return 'building lib/dist';
    const isStale = newestSource(root) > statSync(stampFile(root)).mtimeMs;
    return isStale ? 'building lib/dist again, its sources have changed' : undefined;
  },

  make: async root => {
    const beside = join(workFolder(root), 'dist');
    const old = join(workFolder(root), 'dist-old');
    const dist = join(root, 'lib', 'dist');
    for (const folder of [beside, old]) rmSync(folder, { recursive: true, force: true });
    mkdirSync(beside, { recursive: true });
    // Before the compiler reads: a source saved meanwhile is newer. It counts once it is in lib/dist.
    writeFileSync(join(beside, '.built'), '');

    // Named by path: node_modules/.bin/tsc is the old compiler that tslab brings along.
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [compiler, '-p', 'lib', '--outDir', relative(root, beside)];
    const { status, output } = await run(process.execPath, args, { cwd: root });
    if (status !== 0) throw new SetupError(`lib does not compile: ${firstError(output)}`);
    await bundlePages(root, join(beside, 'pages'));

    if (existsSync(dist)) renameSync(dist, old);
    renameSync(beside, dist);
    rmSync(old, { recursive: true, force: true });
  },
};
