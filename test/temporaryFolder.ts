/** A folder for the length of a test file, removed afterwards. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** Linux's folder in memory. */
const MEMORY = '/dev/shm';

/** The path of a new, empty folder. */
export function temporaryFolder(): string {
  return newFolder(tmpdir());
}

/** One in memory where there is such a place: a disk makes a file that is written over and over wait every time. */
export function folderInMemory(): string {
  return newFolder(existsSync(MEMORY) ? MEMORY : tmpdir());
}

function newFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'digits-cnn-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
