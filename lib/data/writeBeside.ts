/**
 * Writes a file so that it is either there whole or not at all.
 * Flow: writeDigitsCsv, saveModel, the command line → **writeBeside**.
 */
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cannotWrite } from './cannotWrite';

/**
 * Lets `write` fill a new file beside `path`, then renames it to `path`: an interruption at any moment leaves
 * the old file as it was. Missing folders are made, and what a killed process left beside is cleared.
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
    await removeLeftovers(path);
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

/** Half-written files are named after their process; those of one that still runs are its own business. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const process = /^(\d+)\.part$/.exec(name.slice(basename(path).length + 1))?.[1];
    if (process !== undefined && !isRunning(Number(process))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
