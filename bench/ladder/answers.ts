/**
 * What trained networks say about the digits, kept in an ignored folder so that several can be asked together later.
 * Flow: trainRung → **answers** → combine.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBeside } from '../../lib/data/writeBeside';
import { argMax } from '../../lib/encode/argMax';
import type { Predictions } from '../../lib/model/predict';
import { ndarray } from '../../lib/types/ndarray';

const FOLDER = 'bench/out/ladder';
const CLASSES = 10;

export type Part = 'validation' | 'test';

function file(rung: string, seed: number, part: Part): string {
  return join(FOLDER, `${rung}-${seed}-${part}.bin`);
}

export async function keepAnswers(
  rung: string,
  seed: number,
  part: Part,
  { logProbabilities }: Predictions,
): Promise<void> {
  const { buffer, byteOffset, byteLength } = logProbabilities;
  await writeBeside(file(rung, seed, part), handle =>
    handle.writeFile(Buffer.from(buffer, byteOffset, byteLength)),
  );
}

/** @returns undefined if they are not kept here. */
export async function keptAnswers(rung: string, seed: number, part: Part): Promise<Predictions | undefined> {
  const path = file(rung, seed, part);
  if (!existsSync(path)) return undefined;
  const logProbabilities = new Float32Array(new Uint8Array(await readFile(path)).buffer);
  const rows = ndarray([logProbabilities.length / CLASSES, CLASSES], Float64Array.from(logProbabilities));
  return {
    classes: Uint8Array.from(argMax(rows)),
    probabilities: logProbabilities.map(Math.exp),
    logProbabilities,
  };
}
