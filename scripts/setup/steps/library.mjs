/**
 * Step 2: the library, lib/**.ts compiled to lib/dist, and the pages of its interactives bundled into lib/dist/pages.
 * Built beside and renamed, so a half-built one is never seen.
 * Flow: node → packages → **library** → python → tensorflow → data → kernel.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundlePages } from '../bundlePages.mjs';
import { workFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { SetupError } from '../setupError.mjs';
import { sums } from '../sums.mjs';
import { writeWhole } from '../writeWhole.mjs';

/** The sources that it was built from, with their SHA-256. @param {string} root */
const stampFile = root => join(root, 'lib', 'dist', '.built');

/** Not their times: a clock that was set back would hide a change. @param {string} root */
function sourceSums(root) {
  const lib = join(root, 'lib');
  const folders = readdirSync(lib, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'dist' && entry.name !== 'node_modules')
    .map(entry => entry.name);
  const sources = folders.flatMap(folder =>
    readdirSync(join(lib, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => join(folder, file)),
  );
  return sums(lib, [...sources, 'tsconfig.json', 'package.json'].sort());
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
    const isStale = readFileSync(stampFile(root), 'utf8') !== sourceSums(root);
    return isStale ? 'building lib/dist again, its sources have changed' : undefined;
  },

  make: async root => {
    const beside = join(workFolder(root), 'dist');
    const old = join(workFolder(root), 'dist-old');
    const dist = join(root, 'lib', 'dist');
    // Again for a while if something is put into it: the compiler of a killed set-up may be about to end.
    for (const folder of [beside, old]) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    mkdirSync(beside, { recursive: true });
    // Before the compiler reads: a source saved meanwhile has another sum. It counts once it is in lib/dist.
    writeWhole(join(beside, '.built'), sourceSums(root));

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
