/**
 * Keeps saveModel from mixing a model into a folder of other things.
 * Flow: saveModel, and `digits train` before it starts → **checkModelFolder**.
 */
import { readdir } from 'node:fs/promises';
import { InputError } from '../check/inputError';
import { MANIFEST, readManifest } from './modelFiles';

/** Files that are a model's own, by name, and what an interrupted save leaves of them. */
export const OWN_FILE: RegExp = /^(model|(topology|weights)-[0-9a-f]{12})\.(json|bin)(\.\d+\.part)?$/;

/** What a training keeps beside its model, to go on from. */
const CHECKPOINT_FILE = /^checkpoint\.bin(\.\d+\.part)?$/;

/**
 * Refuses early what `saveModel` would refuse after an hour of training.
 *
 * @throws InputError if `folder` is neither new nor empty nor a saved model, nor that of a training.
 */
export async function checkModelFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new InputError(`saveModel: ${folder}: expected a folder, found ${error.code}`);
  });
  if (names.includes(MANIFEST)) {
    await readManifest('saveModel', folder);
    return;
  }
  const foreign = names.find(name => !OWN_FILE.test(name) && !CHECKPOINT_FILE.test(name));
  if (foreign === undefined) return;
  throw new InputError(
    `saveModel: ${folder}: expected a new folder or a saved model, found a folder with ${foreign}`,
  );
}
