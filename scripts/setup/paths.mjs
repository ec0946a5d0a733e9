/**
 * Where set-up keeps things. Nothing is written outside the clone and this one cache folder.
 * Flow: **paths** → every step.
 */
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canBeMade } from './canBeMade.mjs';

/** The clone that these scripts belong to. */
export const courseRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Stamps, logs and half-made things of one clone. @param {string} root */
export function workFolder(root) {
  return join(root, '.setup');
}

/** Shared by all clones of one user. It may be read-only, as whole homes are on managed machines. */
export function sharedCache() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'digits-cnn');
}

/** A clone's own cache, for where the shared one cannot be written. @param {string} root */
export function ownCache(root) {
  return join(workFolder(root), 'cache');
}

/** Where TensorFlow's library and pip's downloads go. @param {string} [root] */
export function cacheFolder(root = courseRoot) {
  return canBeMade(sharedCache()) ? sharedCache() : ownCache(root);
}

/** The course's own Python, or that of an environment beside it. @param {string} root @param {string} [name] */
export function venvPython(root, name = '.venv') {
  return process.platform === 'win32'
    ? join(root, name, 'Scripts', 'python.exe')
    : join(root, name, 'bin', 'python');
}
