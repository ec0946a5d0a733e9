/**
 * Stored measurements of one training on several workers, which a lesson cannot run.
 * Flow: `npm run bench -- workers` → data/workers.json → **readWorkerRuns** → a lesson's fit and chart.
 */
import { readFile } from 'node:fs/promises';
import { InputError } from '../check/inputError';

/** One training: so many workers share each batch. */
export interface WorkerRun {
  readonly workers: number;
  /** Images in a batch, all workers together. */
  readonly batchSize: number;
  /** Of a step, by the clock, the exchange of slopes included: the median of the training's steps. */
  readonly secondsPerStep: number;
  /** The mean training loss of each epoch, in nats. */
  readonly losses: readonly number[];
}

/** All of them, with what they were measured on. */
export interface WorkerRuns {
  /** Processor, cores, memory, system, Python. */
  readonly machine: string;
  /** Its version. */
  readonly tensorflow: string;
  readonly network: string;
  /** Trained numbers of the network. */
  readonly parameters: number;
  /** Images in an epoch. */
  readonly images: number;
  /** Of one image in the files. */
  readonly bytesPerImage: number;
  /** How many images a second one worker reads from its files when it does nothing else. */
  readonly readImagesPerSecond: number;
  readonly runs: readonly WorkerRun[];
}

/**
 * The measurements in a file of `npm run bench -- workers`.
 *
 * @throws InputError if there is no such file, or another in its place.
 * @example (await readWorkerRuns('../data/workers.json')).runs[0].workers // 1
 * @see Used in notebooks/16-beyond-one-machine.
 */
export async function readWorkerRuns(path: string): Promise<WorkerRuns> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`readWorkerRuns: ${path}: expected a file, found ${error.code ?? error.message}`);
  });
  const found = parse(text);
  if (found === undefined) {
    throw new InputError(
      `readWorkerRuns: ${path}: expected what npm run bench -- workers writes, found something else`,
    );
  }
  return found;
}

function parse(text: string): WorkerRuns | undefined {
  try {
    const found = JSON.parse(text) as Partial<WorkerRuns>;
    const isRun = ({ workers, secondsPerStep }: WorkerRun): boolean => workers >= 1 && secondsPerStep > 0;
    return found.runs?.every(isRun) && found.parameters! > 0 ? (found as WorkerRuns) : undefined;
  } catch {
    return undefined;
  }
}
