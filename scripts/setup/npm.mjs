/**
 * The npm that runs us where there is one, else the one on PATH, and the environment it runs in.
 * Flow: **npm** → packages step, TensorFlow.js's own download.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canBeMade } from './canBeMade.mjs';
import { ownCache } from './paths.mjs';

/** @returns {[string, ...string[]]} command and first arguments */
export function npm() {
  const running = process.env.npm_execpath;
  if (running !== undefined && /npm-cli\.[cm]?js$/.test(running)) return [process.execPath, running];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
}

/** npm installs nothing without a cache, so the clone lends it one where its own cannot be written. @param {string} root */
export function npmEnvironment(root) {
  const cache = process.env.npm_config_cache || join(homedir(), '.npm');
  return canBeMade(cache) ? process.env : { ...process.env, npm_config_cache: join(ownCache(root), 'npm') };
}
