/**
 * Tells a model that Keras saved from one of saveModel's. Loads no TensorFlow.
 * Flow: the command line's checks, loadModel → **kerasFile**, **checkModel** → fromKeras, or the manifest.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST, readManifest } from '../modelFiles';

/** The Keras file that `path` means: itself, or `model.keras` in a folder without a model of ours; or undefined. */
export async function kerasFile(path: string): Promise<string | undefined> {
  if (path.endsWith('.keras')) return path;
  const inside = join(path, 'model.keras');
  return !(await isThere(join(path, MANIFEST))) && (await isThere(inside)) ? inside : undefined;
}

/**
 * Refuses early, before TensorFlow is loaded, what is no model at all.
 *
 * @throws InputError if there is neither a Keras file nor a folder with a manifest.
 */
export async function checkModel(caller: string, path: string): Promise<void> {
  if ((await kerasFile(path)) === undefined) await readManifest(caller, path);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
