/**
 * Are the digits there, and are they the published ones? Files of the user's own are fine if they are digits.
 * Flow: **dataFinding** → doctor.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileSha256 } from '../../data/fileSha256';
import { mnistParts } from '../../data/mnist';
import { readDigits } from '../../data/readDigits';
import type { Finding } from './report';

/**
 * @param root the course
 * @param name `train` or `test`
 */
export async function dataFinding(root: string, name: 'train' | 'test'): Promise<Finding> {
  const { csv } = mnistParts[name];
  const part = { part: `data/${csv.file}`, needed: true };
  const file = join(root, 'data', csv.file);
  if (!existsSync(file)) return { ...part, ok: false, found: 'missing', mend: 'npm start' };
  try {
    const hash = await fileSha256(file);
    const short = `SHA-256 ${hash.slice(0, 16)}…`;
    if (hash === csv.sha256) return { ...part, ok: true, found: `MNIST, ${csv.rows} rows, ${short}` };
    const { count } = await readDigits(file);
    return { ...part, ok: true, found: `a file of your own, ${count} rows, ${short}` };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { ...part, ok: false, found, mend: `move data/${csv.file} away and run npm start` };
  }
}
