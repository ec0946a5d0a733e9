/**
 * A file as a stream of byte blocks, unpacked when it is gzip.
 * Flow: path → **fileBlocks** → wholeLines → readDigits.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../check/inputError';

const BLOCK_BYTES = 1 << 20;

/**
 * Digits as CSV are packed to an eighth; a file that holds far more than this many times its size was made to fill
 * the memory. Small files may hold what they like.
 */
const MOST_UNPACKED = 100;
const SMALL_UNPACKED = 64 * BLOCK_BYTES;

/**
 * The bytes of the file, about a megabyte at a time, so that memory stays the same for any size.
 * The first two bytes tell whether it is gzip; the name does not matter. A block is only valid until the next.
 *
 * @param caller the public function that asks, for its error messages.
 * @throws InputError if the file is missing, a folder, unreadable, or gzip that is damaged, cut off, or unpacks to more
 *   than a hundred times its size.
 */
export async function* fileBlocks(caller: string, path: string): AsyncGenerator<Uint8Array> {
  const file = await openFile(caller, path);
  try {
    if (await isGzip(file)) yield* unpacked(caller, path, file);
    else yield* plain(file);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== 'read') throw error;
    throw new InputError(`${caller}: ${path}: expected a file, found ${code}, it cannot be read`);
  } finally {
    await file.close();
  }
}

async function openFile(caller: string, path: string): Promise<FileHandle> {
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file;
    await file.close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const found = code === 'ENOENT' ? 'no such file' : `${code}, it cannot be opened`;
    throw new InputError(`${caller}: ${path}: expected a file, found ${found}`);
  }
  throw new InputError(`${caller}: ${path}: expected a file, found a folder`);
}

async function isGzip(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

/** The next block is read while the last one is parsed. */
async function* plain(file: FileHandle): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat();
  // No more than the file has; one without a size, such as a device, may have any.
  const length = size === 0 ? BLOCK_BYTES : Math.min(BLOCK_BYTES, size);
  const blocks = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)] as const;
  let position = 0;
  let reading = file.read(blocks[0], 0, length, position);
  try {
    for (let turn = 1; ; turn++) {
      const { buffer, bytesRead } = await reading;
      if (bytesRead === 0) return;
      position += bytesRead;
      reading = file.read(blocks[turn % 2 === 0 ? 0 : 1], 0, length, position);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await reading.catch(() => {}); // the file must not be closed under a read
  }
}

async function* unpacked(caller: string, path: string, file: FileHandle): AsyncGenerator<Uint8Array> {
  const packed = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 18 });
  const gunzip = createGunzip({ chunkSize: BLOCK_BYTES });
  packed.on('error', error => gunzip.destroy(error));
  const { size } = await file.stat();
  const most = Math.max(MOST_UNPACKED * size, SMALL_UNPACKED);
  let bytes = 0;
  try {
    for await (const block of packed.pipe(gunzip) as AsyncIterable<Buffer>) {
      bytes += block.length;
      if (bytes > most) {
        const found = `one that unpacks ${size} bytes to more than ${most}`;
        throw new InputError(`${caller}: ${path}: expected a gzip file of digits, found ${found}`);
      }
      yield block;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'read') throw error;
    const found = code === 'Z_BUF_ERROR' ? 'one that ends early' : `a damaged one (${code})`;
    throw new InputError(`${caller}: ${path}: expected a whole gzip file, found ${found}`);
  } finally {
    packed.destroy();
  }
}
