/**
 * What the learner has tried and solved, in a small file beside the notebooks.
 * Flow: exercise's verdicts → **progressFile** (.progress.json) → progress.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite } from '../data/cannotWrite';

/** Exercise → how it stands. One that is not named has not been attempted. */
export type Progress = Readonly<Record<string, 'wrong' | 'right'>>;

const FILE = '.progress.json';
const DAMAGED = '.progress.damaged.json';

/**
 * Reads the progress kept in a folder. A damaged file is set aside, and said.
 *
 * @returns empty if nothing is kept there yet; `notice` if a file had to be set aside.
 */
export function readProgress(folder: string): { readonly progress: Progress; readonly notice?: string } {
  const path = join(folder, FILE);
  if (!existsSync(path)) return { progress: {} };
  const progress = parseProgress(readFileSync(path, 'utf8'));
  if (progress !== undefined) return { progress };
  renameSync(path, join(folder, DAMAGED));
  return {
    progress: {},
    notice: `${FILE} was damaged. It is kept as ${DAMAGED}; your progress starts anew.`,
  };
}

/** Adds a verdict; what was right once stays right. Written beside and renamed: a reader never sees half a file. */
export function recordProgress(
  folder: string,
  exercise: string,
  state: 'wrong' | 'right',
): ReturnType<typeof readProgress> {
  const { progress, notice } = readProgress(folder);
  if (progress[exercise] === 'right' || progress[exercise] === state) return { progress, notice };
  const updated = { ...progress, [exercise]: state };
  write(join(folder, FILE), `${JSON.stringify(updated, undefined, 2)}\n`);
  return { progress: updated, notice };
}

function write(path: string, text: string): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    throw cannotWrite(path, error);
  }
}

function parseProgress(text: string): Progress | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isProgress =
      value instanceof Object &&
      !Array.isArray(value) &&
      Object.values(value).every(state => state === 'wrong' || state === 'right');
    return isProgress ? (value as Progress) : undefined;
  } catch {
    return undefined;
  }
}
