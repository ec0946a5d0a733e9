/**
 * Writes the small files by which set-up knows that something is whole.
 * Flow: step → **writeWhole** → stamp, manifest.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal, SetupError } from './setupError.mjs';

/**
 * Beside and renamed: there is the old file or the new one.
 *
 * @param {string} file
 * @param {string} text
 * @throws {SetupError} naming the file, if the system does not let it be written
 */
export function writeWhole(file, text) {
  const part = `${file}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(part, text);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const why = refusal(error);
    throw why === undefined ? error : new SetupError(`${file} cannot be written: ${why}`);
  }
}
