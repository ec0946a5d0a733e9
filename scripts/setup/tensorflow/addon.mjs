/**
 * Where the TensorFlow.js package has its addon, and how it is compiled from the sources inside the package.
 * Flow: library from the wheel → **addon** → cache.
 */
import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root */
export const packageFolder = root => join(root, 'node_modules', '@tensorflow', 'tfjs-node');

/** Where the package looks for it; 8 is the newest Node-API it knows. @param {string} root */
export const addonPath = root => join(packageFolder(root), 'lib', 'napi-v8', 'tfjs_binding.node');

/**
 * Takes the addon out of the package: our link is removed, a file that somebody else put there is kept beside.
 *
 * @param {string} root
 */
export function setAddonAside(root) {
  const addon = addonPath(root);
  const stats = lstatSync(addon, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) rmSync(addon);
  else if (stats !== undefined) renameSync(addon, `${addon}.unused`);
}

/** @param {string} root */
export function addonSources(root) {
  const folder = join(packageFolder(root), 'binding');
  return readdirSync(folder)
    .sort()
    .map(file => join(folder, file));
}

/** Not -static-libstdc++: it would raise the glibc that is needed to 2.36. */
const flags = ['-O2', '-fPIC', '-std=c++17', '-DNAPI_VERSION=8'];

/**
 * The compiler's arguments. `node-api-headers` stands in for a download of Node's headers.
 *
 * @param {string} root
 * @param {string} folder holds lib/ and include/ of TensorFlow; gets tfjs_binding.node
 * @param {import('./platform.mjs').Platform} platform
 * @returns {string[]}
 */
export function compilerArguments(root, folder, { libraries, linkerFlags }) {
  return [
    ...flags,
    ...linkerFlags,
    ...['-I', join(root, 'node_modules', 'node-api-headers', 'include')],
    ...['-I', join(folder, 'include')],
    ...addonSources(root).filter(file => file.endsWith('.cc')),
    ...libraries.map(library => join(folder, 'lib', library)),
    ...['-o', join(folder, 'tfjs_binding.node')],
  ];
}

/** What the result depends on besides the sources. @param {import('./platform.mjs').Platform} platform */
export function addonRecipe({ project, sha256, linkerFlags, companions }) {
  const recipe = { project, sha256, flags, linkerFlags };
  return JSON.stringify(companions.length === 0 ? recipe : { ...recipe, companions });
}
