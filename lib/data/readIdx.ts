/**
 * Reads IDX, the binary format in which MNIST was published.
 * Flow: the four MNIST files → **readIdx** → mnistDigits → writeDigitsCsv.
 */
import { readFile } from 'node:fs/promises';
import { InputError } from '../check/inputError';

const UNSIGNED_BYTE = 0x08;

/**
 * The array of bytes in an IDX file.
 *
 * The format: two zero bytes, a byte for the type of the values, a byte for the number of dimensions, each
 * dimension as a big-endian 32-bit number, then the values, the last dimension fastest.
 *
 * @returns `shape`, such as `[60000, 28, 28]`, and the values.
 * @throws InputError if the file cannot be read, holds another type of value, or is not as long as its header says.
 * @example (await readIdx('t10k-labels-idx1-ubyte')).shape // [10000]
 */
export async function readIdx(path: string): Promise<{ shape: number[]; values: Uint8Array }> {
  const refuse = (expected: string, found: string): never => {
    throw new InputError(`readIdx: ${path}: expected ${expected}, found ${found}`);
  };
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse('a file', `${error.code}`),
  );
  const [first, second, type, dimensions] = bytes;
  if (first !== 0 || second !== 0 || type !== UNSIGNED_BYTE || !dimensions) {
    refuse('an IDX file of bytes (00 00 08 and the dimensions)', bytes.toString('hex', 0, 4) || 'nothing');
  }
  const header = 4 + 4 * dimensions!;
  if (bytes.length < header) refuse(`a header of ${header} bytes`, `${bytes.length} bytes`);
  const shape = Array.from({ length: dimensions! }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  const values = bytes.subarray(header);
  if (values.length !== size) refuse(`${size} values of shape [${shape}]`, `${values.length}`);
  return { shape, values: new Uint8Array(values.buffer, values.byteOffset, size) };
}
