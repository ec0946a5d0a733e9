/**
 * Makes sure that one of MNIST's CSV files is there, without ever writing over a file of the user's.
 * Flow: dataCommand → **ensureDataFile** → data/train.csv, data/test.csv.
 */
import { InputError } from '../check/inputError';
import { fileSha256 } from '../data/fileSha256';
import { type MnistPart, mnistDigits, mnistFolder } from '../data/mnist';
import { readDigits } from '../data/readDigits';
import { writeDigitsCsv } from '../data/writeDigitsCsv';

/** What was found or done: MNIST's file was there, a file of the user's is used, MNIST's was written. */
export interface DataFile {
  state: 'there' | 'own' | 'written';
  rows: number;
}

/**
 * @param labelled whether a file of the user's must have labels.
 * @param force write over a file that is not MNIST's.
 * @throws InputError if a file is there that is not a digits CSV.
 */
export async function ensureDataFile(
  path: string,
  part: MnistPart,
  { labelled, force, signal }: { labelled?: boolean; force: boolean; signal: AbortSignal },
): Promise<DataFile> {
  const found = await sha256(path);
  if (found === part.csv.sha256) return { state: 'there', rows: part.csv.rows };
  if (found !== undefined && !force) return { state: 'own', rows: await ownRows(path, labelled) };
  await writeDigitsCsv(path, await mnistDigits(part, mnistFolder()), { signal });
  return { state: 'written', rows: part.csv.rows };
}

async function ownRows(path: string, labelled: boolean | undefined): Promise<number> {
  try {
    return (await readDigits(path, labelled === undefined ? {} : { labelled })).count;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${error.message}; left as it is (move it away, or write over it with --force)`);
  }
}

/** The file's SHA-256; undefined if there is no file. @throws InputError if it cannot be read. */
async function sha256(path: string): Promise<string | undefined> {
  try {
    return await fileSha256(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new InputError(
      `digits data: ${path}: expected a file, found ${code === 'EISDIR' ? 'a folder' : code}`,
    );
  }
}
