/**
 * Asks for room on the disk before a big step starts, so that none stops half-way.
 * Flow: **space** → packages, python, tensorflow.
 */
// As a whole: older Nodes, which set-up refuses in plain words, have no statfsSync to import by name.
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { SetupError } from './setupError.mjs';

/**
 * @param {string} folder need not exist yet
 * @param {number} megabytes
 * @param {string} what is going to be put there
 * @throws {SetupError} if the disk has less room
 */
export function requireSpace(folder, megabytes, what) {
  let existing = folder;
  while (!fs.existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = fs.statfsSync(existing);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes) {
    throw new SetupError(`the disk is full: ${what} needs ${megabytes} MB in ${folder}, ${free} MB are free`);
  }
}
