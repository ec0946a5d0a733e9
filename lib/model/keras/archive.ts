/**
 * The ZIP file around a Keras model. Keras packs nothing in it, so neither do we: it is as long as what it holds.
 * Flow: toKeras → **writeArchive** → model.keras → **readArchive** → fromKeras.
 */
import { InputError } from '../../check/inputError';
import { loadZip } from './needed';

/** What a Keras file holds, by name. */
export const CONFIG = 'config.json';
export const WEIGHTS = 'model.weights.h5';
export const METADATA = 'metadata.json';

/** Every entry has the same date, so that the same network gives the same bytes. */
const DATE = new Date(1980, 0, 1);

export async function writeArchive(
  caller: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Uint8Array> {
  const { ZipWriter, Uint8ArrayReader, Uint8ArrayWriter } = await loadZip(caller);
  const options = { level: 0, extendedTimestamp: false, dataDescriptor: false, lastModDate: DATE };
  const writer = new ZipWriter(new Uint8ArrayWriter(), options);
  for (const [name, bytes] of Object.entries(files)) await writer.add(name, new Uint8ArrayReader(bytes));
  return writer.close();
}

/**
 * Config and weights of a Keras file. Its other entries are not looked at, nothing is unpacked to the disk, and every
 * byte is compared with its checksum.
 *
 * @throws InputError if it is no ZIP file, is damaged or cut off, lacks one of them, or has it packed.
 */
export async function readArchive(
  caller: string,
  path: string,
  bytes: Uint8Array,
): Promise<{ config: Uint8Array; weights: Uint8Array }> {
  const { ZipReader, Uint8ArrayReader, Uint8ArrayWriter } = await loadZip(caller);
  const refuse = (expected: string, found: string): never => {
    throw new InputError(`${caller}: ${path}: expected ${expected}, found ${found}`);
  };
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    checkSignature: true,
    checkOverlappingEntry: true,
  });
  const readable = async <T>(what: string, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      return refuse(what, `one that is damaged or cut off (${firstLine(error)})`);
    }
  };
  const entries = await readable('a Keras file (a ZIP archive)', reader.getEntries());
  const read = async (name: string): Promise<Uint8Array> => {
    const found = entries.filter(entry => entry.filename === name);
    if (found.length !== 1) refuse(`one ${name} in it`, found.length === 0 ? 'none' : `${found.length}`);
    const entry = found[0]!;
    if (entry.directory || entry.encrypted || entry.compressionMethod !== 0) {
      return refuse(`${name} as Keras saves it`, entry.directory ? 'a folder' : 'it packed or locked');
    }
    if (entry.uncompressedSize > bytes.length)
      refuse(`${name} of at most ${bytes.length} bytes`, `${entry.uncompressedSize}`);
    return readable(`${name} as it was saved`, entry.getData(new Uint8ArrayWriter()));
  };
  return { config: await read(CONFIG), weights: await read(WEIGHTS) };
}

function firstLine(error: unknown): string {
  return String((error as Error)?.message ?? error)
    .split('\n', 1)[0]!
    .slice(0, 120);
}
