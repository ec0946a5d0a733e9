/**
 * Writes a file so that it is either there whole or not at all.
 * Flow: writeDigitsCsv, saveModel, the command line → **writeBeside**.
 */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Lets `write` fill a new file beside `path`, then renames it to `path`: an interruption at any moment leaves
 * the old file as it was. Missing folders are made.
 */
export async function writeBeside(
  path: string,
  write: (file: FileHandle) => Promise<unknown>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  try {
    const file = await open(beside, 'w');
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
