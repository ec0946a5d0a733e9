/**
 * The one file that a checkpoint is: facts as JSON, arrays as bytes, and a SHA-256 over both.
 * Flow: Training → **checkpointFile** → a later Training.
 *
 *     digits-cnn checkpoint 1 <SHA-256 of all that follows>⏎
 *     {"facts": …, "arrays": [{"name": …, "type": …, "shape": …}, …]}⏎
 *     the arrays' numbers, one array after another, little-endian
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { InputError } from '../../check/inputError';
import { writeBeside } from '../../data/writeBeside';
import type { ReadonlyStepState, StateEntry, StepState } from '../stepState';

const FORMAT = 'digits-cnn checkpoint';
const VERSION = 1;
const NEW_LINE = 0x0a;
const TYPES = { float32: Float32Array, int32: Int32Array } as const;

interface ArrayDescription {
  name: string;
  type: keyof typeof TYPES;
  shape: readonly number[];
}

/** Writes the file beside and renames it into place: the old one stays until the new one is whole. */
export async function writeCheckpointFile(
  path: string,
  facts: object,
  arrays: ReadonlyStepState,
): Promise<void> {
  const described = [...arrays].map(([name, { shape, values }]): ArrayDescription => {
    return { name, type: values instanceof Float32Array ? 'float32' : 'int32', shape };
  });
  const json = Buffer.from(`${JSON.stringify({ facts, arrays: described })}\n`);
  const parts = [json, ...[...arrays.values()].map(({ values }) => bytesOf(values))];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  await writeBeside(path, async file => {
    await file.appendFile(`${FORMAT} ${VERSION} ${hash.digest('hex')}\n`);
    for (const part of parts) await file.appendFile(part);
  });
}

/**
 * Reads what `writeCheckpointFile` wrote, after checking every byte.
 *
 * @returns undefined if there is no such file.
 * @throws InputError naming the file, if it is something else, of another version, cut off or changed.
 */
export async function readCheckpointFile<Facts>(
  caller: string,
  path: string,
): Promise<{ facts: Facts; arrays: StepState } | undefined> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new InputError(`${caller}: ${path}: expected a checkpoint, found ${error.code}`);
  });
  if (!bytes) return undefined;
  const start = bytes.indexOf(NEW_LINE) + 1;
  const [, version, wanted] =
    new RegExp(`^${FORMAT} (\\d+) ([0-9a-f]{64})\n$`).exec(bytes.toString('latin1', 0, start)) ?? [];
  const refuse = (expected: string, found: string): InputError =>
    new InputError(
      `${caller}: ${path}: expected ${expected}, found ${found}; delete it or train without resume`,
    );
  if (version === undefined) throw refuse('a checkpoint of digits-cnn', 'something else');
  if (Number(version) !== VERSION) throw refuse(`version ${VERSION}`, version);
  const body = bytes.subarray(start);
  const found = createHash('sha256').update(body).digest('hex');
  if (found !== wanted) throw refuse(`SHA-256 ${wanted}`, found);
  const jsonEnd = body.indexOf(NEW_LINE) + 1;
  const description = parseDescription<Facts>(body.toString('utf8', 0, jsonEnd));
  if (!description) throw refuse('facts and a list of arrays', 'something else');
  const { facts, arrays } = description;
  const bytesOfArrays = arrays.reduce((sum, { shape }) => sum + byteLength(shape), 0);
  if (jsonEnd + bytesOfArrays !== body.length) {
    throw refuse(`${bytesOfArrays} bytes of arrays`, `${body.length - jsonEnd}`);
  }
  return { facts, arrays: arraysOf(arrays, body.subarray(jsonEnd)) };
}

/** Undefined if the line is anything else: a right SHA-256 says that nothing has changed, not who wrote it. */
function parseDescription<Facts>(line: string): { facts: Facts; arrays: ArrayDescription[] } | undefined {
  try {
    const { facts, arrays } = JSON.parse(line);
    const isWhole = facts instanceof Object && Array.isArray(arrays) && arrays.every(isDescription);
    return isWhole ? { facts, arrays } : undefined;
  } catch {
    return undefined;
  }
}

function isDescription(value: unknown): boolean {
  const { name, type, shape } = (value ?? {}) as Partial<ArrayDescription>;
  return (
    typeof name === 'string' &&
    Object.hasOwn(TYPES, type ?? '') &&
    Array.isArray(shape) &&
    shape.every(size => Number.isInteger(size) && size >= 0)
  );
}

/** Of an array of four-byte numbers. */
function byteLength(shape: readonly number[]): number {
  return 4 * shape.reduce((product, size) => product * size, 1);
}

function arraysOf(described: readonly ArrayDescription[], bytes: Uint8Array): StepState {
  let start = 0;
  return new Map(
    described.map(({ name, type, shape }): [string, StateEntry] => {
      const end = start + byteLength(shape);
      // A copy, because such an array must begin at a multiple of 4.
      const values = new TYPES[type](new Uint8Array(bytes.subarray(start, end)).buffer);
      start = end;
      return [name, { shape, values }];
    }),
  );
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
