/**
 * The stored results of the recipe ladder, computed beforehand because they take hours.
 * Flow: `npm run ladder` → data/ladder.json → **readLadder** → a lesson's table, pairedComparison.
 */
import { readFile } from 'node:fs/promises';
import { InputError } from '../check/inputError';

/** One step of the ladder: one change to the rung that it stands on. */
export interface LadderRung {
  readonly id: string;
  /** In a few words. */
  readonly change: string;
  /** The rung it differs from by this change; the lowest has none. */
  readonly below?: string;
  /** The rung whose networks it asks in another way; absent where it has a training of its own. */
  readonly of?: string;
}

/** What one training of a rung, or several asked together, came to. */
export interface LadderRun {
  /** The rung's id. */
  readonly rung: string;
  /** The seed of each network that took part. */
  readonly seeds: readonly number[];
  /** Part of the validation digits that is right, in [0, 1]; absent if they were trained on. */
  readonly validationAccuracy?: number;
  /** Part of the test digits that is right, in [0, 1]. */
  readonly testAccuracy: number;
  /** Row numbers of the wrong validation digits, in the order of `splitDigits`. */
  readonly validationWrong?: readonly number[];
  /** Row numbers of the wrong test digits. */
  readonly testWrong: readonly number[];
  /** Processor time of the training and of the answers, all networks together. */
  readonly cpuSeconds: number;
  /** The same by the clock, on a machine with other work. */
  readonly wallSeconds: number;
  /** While training, by the clock. */
  readonly imagesPerSecond: number;
  /** Of one network. */
  readonly parameters: number;
  readonly epochs: number;
}

/** All trainings of `npm run ladder`, and what they ran on. */
export interface Ladder {
  /** Processor, cores, memory, Node. */
  readonly machine: string;
  readonly tensorflow: string;
  /** How many of TensorFlow's threads each training had. */
  readonly threads: number;
  /** The part of the training digits that choices were made on, and which. */
  readonly split: { readonly validation: number; readonly seed: number };
  readonly rungs: readonly LadderRung[];
  readonly runs: readonly LadderRun[];
}

/**
 * The ladder in a file of `npm run ladder`.
 *
 * @throws InputError if there is no such file, or another in its place.
 * @example (await readLadder('../data/ladder.json')).rungs[0].id // 'plain'
 * @see Used in notebooks/13-recipe-ladder.
 */
export async function readLadder(path: string): Promise<Ladder> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`readLadder: ${path}: expected a file, found ${error.code ?? error.message}`);
  });
  const ladder = parse(text);
  const known = new Set(ladder?.rungs.map(({ id }) => id));
  if (!ladder?.runs.every(run => known.has(run.rung))) {
    throw new InputError(`readLadder: ${path}: expected what npm run ladder writes, found something else`);
  }
  return ladder;
}

function parse(text: string): Ladder | undefined {
  try {
    const found = JSON.parse(text) as Partial<Ladder>;
    return Array.isArray(found.rungs) && Array.isArray(found.runs) ? (found as Ladder) : undefined;
  } catch {
    return undefined;
  }
}
