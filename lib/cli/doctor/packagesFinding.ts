/**
 * Are the npm packages those of the lock file? npm notes in node_modules/.package-lock.json what it installed.
 * Flow: **packagesFinding** → doctor.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './report';

interface LockedPackage {
  version?: string;
  /** For other machines. */
  optional?: boolean;
  /** Optional for some of those that want it, not installed where nobody insists. */
  devOptional?: boolean;
  peer?: boolean;
  /** A workspace: a link, not a copy. */
  link?: boolean;
}

type Packages = Record<string, LockedPackage>;

async function readPackages(file: string): Promise<Packages> {
  const { packages } = JSON.parse(await readFile(file, 'utf8')) as { packages: Packages };
  return packages;
}

/** The first package that is not as locked, in words. */
function difference(locked: Packages, installed: Packages): string | undefined {
  for (const [path, { version, optional, devOptional, peer, link }] of Object.entries(locked)) {
    if (link || !path.startsWith('node_modules/')) continue;
    const found = installed[path]?.version;
    if (found === version) continue;
    if (found === undefined && (optional || devOptional || peer)) continue;
    return `${path.slice('node_modules/'.length)} should be ${version}, it is ${found ?? 'missing'}`;
  }
  return undefined;
}

/** @param root the course */
export async function packagesFinding(root: string): Promise<Finding> {
  const part = { part: 'packages', needed: true };
  const mend = 'npm start';
  try {
    const locked = await readPackages(join(root, 'package-lock.json'));
    const installed = await readPackages(join(root, 'node_modules', '.package-lock.json'));
    const wrong = difference(locked, installed);
    if (wrong !== undefined) return { ...part, ok: false, found: wrong, mend };
    return { ...part, ok: true, found: `${Object.keys(installed).length} as locked` };
  } catch {
    return { ...part, ok: false, found: 'node_modules is missing or was not made by npm', mend };
  }
}
