/**
 * Writes the files of an export so that the folder holds the old export or the new one, and nothing else is touched.
 * Flow: savedModel, tfjsFiles, onnxModel → **exportFiles** → a folder for another program.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../check/inputError';
import { writeBeside } from '../../data/writeBeside';

export interface ExportFile {
  /** Its name in the folder. */
  name: string;
  bytes: Uint8Array;
}

/** What an interrupted write leaves of a file. */
const PART = /\.\d+\.part$/;

/**
 * Refuses a folder of other things before there is work to lose.
 *
 * @param own matches the names of files that an export of the same kind may have left.
 * @throws InputError if `folder` is neither new nor empty nor an export of the same kind.
 */
export async function checkExportFolder(folder: string, own: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new InputError(`exportModel: ${folder}: expected a folder, found ${error.code}`);
  });
  const foreign = names.find(name => !own.test(name.replace(PART, '')));
  if (foreign === undefined) return names;
  throw new InputError(
    `exportModel: ${folder}: expected a new folder or an export of the same format, found a folder with ${foreign}`,
  );
}

/** Writes the files in their order: the last one names the others, and makes the export the new one. */
export async function writeExport(folder: string, files: readonly ExportFile[], own: RegExp): Promise<void> {
  const before = await checkExportFolder(folder, own);
  const names = files.map(({ name }) => name);
  try {
    for (const { name, bytes } of files) await writeBeside(join(folder, name), file => file.writeFile(bytes));
  } catch (error) {
    for (const name of names.filter(name => !before.includes(name)))
      await rm(join(folder, name), { force: true });
    throw error;
  }
  for (const name of await readdir(folder)) {
    if (!names.includes(name) && own.test(name.replace(PART, '')))
      await rm(join(folder, name), { force: true });
  }
}
