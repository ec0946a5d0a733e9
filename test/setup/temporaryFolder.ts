/**
 * A folder of its own for one test, gone afterwards, and small files in it.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

export function temporaryFolder(test: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'digits-cnn-setup-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file below the folder and returns its path. */
export function writeIn(folder: string, file: string, text: string): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** A program that runs a shell script. */
export function programIn(folder: string, file: string, script: string): string {
  const path = writeIn(folder, file, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}
