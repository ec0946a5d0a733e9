/** A disk of a few hundred kilobytes, to be full: a tmpfs. Mounting one needs root on Linux. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const FILLER = 'filler';

/** Where it is, or why there is none. */
export type SmallDisk = { folder: string } | { refused: string };

/** Mounted for the length of a test file. */
export function smallDisk(kilobytes: number): SmallDisk {
  if (process.platform !== 'linux') return { refused: 'a small disk is made on Linux only' };
  const folder = mkdtempSync(join(tmpdir(), 'digits-cnn-disk-'));
  const { status, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'digits-cnn-test', folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return { refused: `a small disk cannot be mounted: ${stderr?.trim() || 'there is no mount'}` };
  }
  after(() => {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });
  return { folder };
}

/** Leaves room for `bytes`, and not much more, on the disk. */
export function fill(folder: string, bytes: number): void {
  rmSync(join(folder, FILLER), { force: true });
  const { bavail, bsize } = statfsSync(folder);
  // Its own first page is taken too, so a disk that shall be full gets what is left.
  writeFileSync(join(folder, FILLER), Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

/** Makes room again. */
export function unfill(folder: string): void {
  rmSync(join(folder, FILLER), { force: true });
}
