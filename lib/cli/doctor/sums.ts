/**
 * Files compared with the list of SHA-256 that set-up made of them, in the form of the program sha256sum.
 * Flow: lib/dist/.built, the cache's SHA256SUMS → **sums** → libraryFinding, tensorflowFindings.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSha256 } from '../../data/fileSha256';

/** File → SHA-256. */
export async function readSums(list: string): Promise<Map<string, string>> {
  const lines = (await readFile(list, 'utf8')).matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
  return new Map([...lines].map(([, sum, file]) => [file!, sum!]));
}

/** The first file below `folder` that is missing or is not what `list` says; undefined if there is none. */
export async function firstChanged(folder: string, list: string): Promise<string | undefined> {
  for (const [file, sum] of await readSums(list)) {
    const found = await fileSha256(join(folder, file)).catch(() => undefined);
    if (found !== sum) return file;
  }
  return undefined;
}
