/**
 * Is lib/dist built, and from the sources as they are now?
 * Flow: **libraryFinding** → doctor.
 */
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Finding } from './report';
import { firstChanged, readSums } from './sums';

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.map(async entry => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return entry.name.endsWith('.ts') ? [path] : [];
    return entry.name === 'dist' || entry.name === 'node_modules' ? [] : sources(path);
  });
  return (await Promise.all(files)).flat();
}

/** @param root the course */
export async function libraryFinding(root: string): Promise<Finding> {
  const part = { part: 'library', needed: true };
  const mend = 'npm run build';
  const lib = join(root, 'lib');
  const list = join(lib, 'dist', '.built');
  const built = await readSums(list).catch(() => undefined);
  if (built === undefined) return { ...part, ok: false, found: 'lib/dist is not built', mend };
  const names = (await sources(lib)).map(source => relative(lib, source));
  const changed = names.find(name => !built.has(name)) ?? (await firstChanged(lib, list));
  if (changed !== undefined) {
    return { ...part, ok: false, found: `lib/dist was built before lib/${changed} was changed`, mend };
  }
  const { mtime } = await stat(list);
  return { ...part, ok: true, found: `lib/dist built ${mtime.toISOString()}` };
}
