/**
 * Asks whether a folder can be written before anything tries to: homes on managed machines often cannot.
 * Flow: **canBeMade** → paths, npm.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Is it there and can be written, or can it be made?
 *
 * @param {string} folder
 */
export function canBeMade(folder) {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
    return statSync(existing).isDirectory();
  } catch {
    return false;
  }
}
