/**
 * Where set-up keeps things. Nothing is written outside the clone and this one cache folder.
 * Flow: **paths** → every step.
 */
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone that these scripts belong to. */
export const courseRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Shared by all clones of one user: TensorFlow's library, and pip's downloads. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'digits-cnn');
}

/** Stamps, logs and half-made things of one clone. @param {string} root */
export function workFolder(root) {
  return join(root, '.setup');
}

/** The course's own Python, or that of an environment beside it. @param {string} root @param {string} [name] */
export function venvPython(root, name = '.venv') {
  return process.platform === 'win32'
    ? join(root, name, 'Scripts', 'python.exe')
    : join(root, name, 'bin', 'python');
}
