/**
 * What tells a file from every other, whatever its name.
 * Flow: path → **fileSha256** → mnistDigits, `digits data`, the doctor.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const BLOCK_BYTES = 1 << 20;

/**
 * A file's SHA-256 in hexadecimal, read a megabyte at a time.
 *
 * @throws the system's error if there is no such file, or it cannot be read.
 * @example await fileSha256('data/train.csv') // 'a15dad728e71092adbf48d4771f80dd4878819c8177c1e33d8e93b366eaebc82'
 */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: BLOCK_BYTES }), hash);
  return hash.digest('hex');
}
