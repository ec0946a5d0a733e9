/**
 * Lists of files with their SHA-256, as the program sha256sum writes and checks them:
 *
 *     6505a4b9…429e  lib/libtensorflow_cc.so.2
 *
 * Flow: **sums** → library step (its sources), the cache with TensorFlow's library; the doctor reads them, too.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** One for all: most files are small, and to make it takes longer than to read them. */
const block = Buffer.allocUnsafe(1 << 20);

/** A file of any size. @param {string} path */
export function sha256(path) {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let bytes = readSync(file, block); bytes > 0; bytes = readSync(file, block)) {
      hash.update(block.subarray(0, bytes));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {readonly string[]} files below it
 * @returns {string}
 */
export function sums(folder, files) {
  return files.map(file => `${sha256(join(folder, file))}  ${file}\n`).join('');
}

/** @param {string} text @returns {Map<string, string>} file → SHA-256 */
export function parseSums(text) {
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', file = '']) => [file, sum]),
  );
}
