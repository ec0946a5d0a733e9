/**
 * Writes a model to a folder; loadModel reads it back, on any backend.
 * Flow: fit → **saveModel** → model.json, topology-….json, weights-….bin.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBeside } from '../data/writeBeside';
import type { tf } from '../tensorflow/tf';
import { checkModelFolder, OWN_FILE } from './checkModelFolder';
import { modelArtifacts } from './modelArtifacts';
import {
  FORMAT,
  FORMAT_VERSION,
  MANIFEST,
  type Manifest,
  type ModelFile,
  readManifest,
  sha256,
} from './modelFiles';

/**
 * Saves layers and weights. The files carry part of their SHA-256 in their names and the manifest is renamed
 * into place last, so a folder holds the old model or the new one at every moment, never a mixture.
 *
 * @param folder new, empty, or with a model in it, which is replaced; other files stay.
 * @throws InputError if `folder` is something else, such as a file or a folder of other things.
 * @example await saveModel(model, 'models/first')
 * @see Used in notebooks/15-ship-it.
 */
export async function saveModel(model: tf.LayersModel, folder: string): Promise<void> {
  await checkModelFolder(folder);
  const { modelTopology, weightSpecs, weights } = await modelArtifacts(model);
  const layers = Buffer.from(JSON.stringify({ modelTopology, weightSpecs }));
  try {
    const manifest: Manifest = {
      format: FORMAT,
      version: FORMAT_VERSION,
      topology: await writeModelFile(folder, 'topology', 'json', layers),
      weights: await writeModelFile(folder, 'weights', 'bin', weights),
    };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeBeside(join(folder, MANIFEST), file => file.writeFile(text));
  } finally {
    await removeOthers(folder);
  }
}

/** Leaves of a model's files those that the manifest names: after a save the new ones, after one that failed the old. */
async function removeOthers(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const manifest = names.includes(MANIFEST) ? await readManifest('saveModel', folder) : undefined;
  const kept: readonly (string | undefined)[] = [MANIFEST, manifest?.topology.file, manifest?.weights.file];
  for (const name of names) {
    if (OWN_FILE.test(name) && !kept.includes(name)) await rm(join(folder, name), { force: true });
  }
}

async function writeModelFile(
  folder: string,
  name: string,
  ending: string,
  bytes: Uint8Array,
): Promise<ModelFile> {
  const hash = sha256(bytes);
  const file = `${name}-${hash.slice(0, 12)}.${ending}`;
  await writeBeside(join(folder, file), handle => handle.writeFile(bytes));
  return { file, bytes: bytes.length, sha256: hash };
}
