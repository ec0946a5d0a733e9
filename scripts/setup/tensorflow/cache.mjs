/**
 * The folder in the user's cache that holds TensorFlow's library and the addon, shared by all clones:
 *
 *     ~/.cache/digits-cnn/tensorflow-2.21.0-linux-x64-1a2b3c4d/   lib/  include/  tfjs_binding.node  manifest.json
 *
 * Where that cannot be written and does not hold it, the clone keeps its own, in .setup/cache.
 * It is made beside and renamed, so it exists only when it is whole; the manifest lists the sizes of its files, to
 * notice later damage in a millisecond.
 * Flow: wheel, compile → **cache** → link into node_modules.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, ownCache, sharedCache } from '../paths.mjs';
import { SetupError } from '../setupError.mjs';
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
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(fileSizes(folder), null, 1));
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
    /** @type {Record<string, number>} */
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    for (const [file, size] of Object.entries(manifest)) {
      const found = statSync(join(folder, file), { throwIfNoEntry: false })?.size;
      if (found === undefined) return `${file} is missing`;
      if (found !== size) return `${file} has ${found} bytes, not ${size}`;
    }
    return undefined;
  } catch {
    return 'its manifest.json cannot be read';
  }
}
