/**
 * The manifest of a model folder: which files belong to it, how long each is, and its SHA-256.
 * Flow: saveModel writes **model.json** last, so that it names only whole files → loadModel trusts nothing else.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../check/inputError';

export const MANIFEST = 'model.json';
export const FORMAT = 'digits-cnn model';
export const FORMAT_VERSION = 1;

export interface ModelFile {
  file: string;
  bytes: number;
  sha256: string;
}

/** What `model.json` holds. */
export interface Manifest {
  format: typeof FORMAT;
  version: typeof FORMAT_VERSION;
  /** The layers and how they are joined, as TensorFlow.js writes them, and the list of weights. */
  topology: ModelFile;
  /** All weights, one after another, as TensorFlow.js packs them. */
  weights: ModelFile;
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The manifest of a folder.
 *
 * @throws InputError if the folder has none, or one that is damaged or of another kind or version.
 */
export async function readManifest(caller: string, folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const found = error.code === 'ENOENT' ? 'none' : error.code;
    throw new InputError(`${caller}: ${folder}: expected a folder with a ${MANIFEST}, found ${found}`);
  });
  const manifest = parseManifest(text);
  if (manifest?.format !== FORMAT) {
    throw new InputError(`${caller}: ${path}: expected the manifest of a ${FORMAT}, found something else`);
  }
  if (manifest.version !== FORMAT_VERSION) {
    throw new InputError(`${caller}: ${path}: expected version ${FORMAT_VERSION}, found ${manifest.version}`);
  }
  if (!isModelFile(manifest.topology) || !isModelFile(manifest.weights)) {
    throw new InputError(
      `${caller}: ${path}: expected file, bytes and sha256 of topology and weights, found less`,
    );
  }
  return manifest;
}

/**
 * One file of a model, compared with its manifest.
 *
 * @throws InputError if it is missing, shorter or longer, or changed.
 */
export async function readModelFile(caller: string, folder: string, expected: ModelFile): Promise<Buffer> {
  const path = join(folder, expected.file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${caller}: ${path}: expected the file that ${MANIFEST} names, found ${error.code}`);
  });
  if (bytes.length !== expected.bytes) {
    throw new InputError(`${caller}: ${path}: expected ${expected.bytes} bytes, found ${bytes.length}`);
  }
  if (sha256(bytes) !== expected.sha256) {
    throw new InputError(`${caller}: ${path}: expected SHA-256 ${expected.sha256}, found ${sha256(bytes)}`);
  }
  return bytes;
}

function parseManifest(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

/** A name without a folder in it, so that a manifest cannot reach outside its own. */
function isModelFile(value: unknown): boolean {
  const { file, bytes, sha256 } = (value ?? {}) as Partial<ModelFile>;
  return (
    /^[\w-]+\.(json|bin)$/.test(file ?? '') && Number.isInteger(bytes) && /^[0-9a-f]{64}$/.test(sha256 ?? '')
  );
}
