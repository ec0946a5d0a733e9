/**
 * Writes a file so that it is either there whole or not at all.
 * Flow: writeDigitsCsv, saveModel, the command line → **writeBeside**.
 */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cannotWrite } from './cannotWrite';

/**
 * Lets `write` fill a new file beside `path`, then renames it to `path`: an interruption at any moment leaves
 * the old file as it was. Missing folders are made.
 *
 * @throws Error naming the file, if the disk is full or it may not be written.
 */
export async function writeBeside(
  path: string,
  write: (file: FileHandle) => Promise<unknown>,
): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'w');
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {}); // where there is no such folder
    throw cannotWrite(path, error);
  }
}
