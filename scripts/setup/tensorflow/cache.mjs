/**
 * The folder in the user's cache that holds TensorFlow's library and the addon, shared by all clones:
 *
 *     ~/.cache/digits-cnn/tensorflow-2.21.0-linux-x64-1a2b3c4d/
 *         lib/  include/  tfjs_binding.node  manifest.json  SHA256SUMS
 *
 * Where that cannot be written and does not hold it, the clone keeps its own, in .setup/cache.
 * It is made beside and renamed, so it exists only when it is whole. The manifest lists the sizes of its files, to
 * notice later damage in a millisecond. A file written to since is compared with its SHA-256; the doctor compares all.
 * Flow: wheel, compile → **cache** → link into node_modules.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, ownCache, sharedCache } from '../paths.mjs';
import { SetupError } from '../setupError.mjs';
import { parseSums, sha256, sums } from '../sums.mjs';
import { writeWhole } from '../writeWhole.mjs';
import { addonRecipe, addonSources } from './addon.mjs';
import { tensorflowVersion } from './platform.mjs';

/**
 * Its name changes with everything that the addon is made of.
 *
 * @param {string} root
 * @param {import('./platform.mjs').Platform} platform
 */
export function nativeFolder(root, platform) {
  const hash = createHash('sha256').update(addonRecipe(platform));
  for (const source of addonSources(root)) hash.update(readFileSync(source));
  const name = `tensorflow-${tensorflowVersion}-${platform.name}-${hash.digest('hex').slice(0, 8)}`;
  const folders = [sharedCache(), ownCache(root)].map(cache => join(cache, name));
  const isWhole = (/** @type {string} */ folder) =>
    existsSync(join(folder, 'manifest.json')) && damage(folder) === undefined;
  return folders.find(isWhole) ?? join(cacheFolder(root), name);
}

/** Files below a folder with their sizes. @param {string} folder @returns {Record<string, number>} */
function fileSizes(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const sizes = files.map(file => ({ file, stats: statSync(join(folder, file)) }));
  return Object.fromEntries(
    sizes.filter(({ stats }) => stats.isFile()).map(({ file, stats }) => [file, stats.size]),
  );
}

/** Written when everything else is in the folder. @param {string} folder */
export function writeManifest(folder) {
  const sizes = fileSizes(folder);
  writeWhole(join(folder, 'manifest.json'), JSON.stringify(sizes, null, 1));
  writeWhole(join(folder, 'SHA256SUMS'), sums(folder, Object.keys(sizes)));
}

/**
 * @param {string} folder
 * @returns {string | undefined} what is wrong with it, undefined if it is whole
 * @throws {SetupError} if something that is not a folder is in its place
 */
export function damage(folder) {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return 'it is not there';
  if (!stats.isDirectory()) throw new SetupError(`${folder} should be a folder; move that file away`);
  try {
    const sumsFile = join(folder, 'SHA256SUMS');
    const known = parseSums(readFileSync(sumsFile, 'utf8'));
    const noted = statSync(sumsFile).mtimeMs;
    /** @type {Record<string, number>} */
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    for (const [file, size] of Object.entries(manifest)) {
      const found = statSync(join(folder, file), { throwIfNoEntry: false });
      if (found === undefined) return `${file} is missing`;
      if (found.size !== size) return `${file} has ${found.size} bytes, not ${size}`;
      const isTouched = found.mtimeMs > noted;
      if (isTouched && sha256(join(folder, file)) !== known.get(file)) return `${file} has been changed`;
    }
    return undefined;
  } catch {
    return 'its manifest.json or SHA256SUMS cannot be read';
  }
}
