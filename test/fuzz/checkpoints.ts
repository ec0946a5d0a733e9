/** Damaged checkpoints, also by somebody who knows how to make the SHA-256 right again. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../lib/model/modelFiles';
import { createRandom } from '../../lib/random/random';
import { readCheckpointFile, writeCheckpointFile } from '../../lib/train/checkpoint/checkpointFile';
import type { StateEntry } from '../../lib/train/stepState';
import { judge, mutate, type Outcomes } from './mutate';

const arrays = new Map<string, StateEntry>([
  ['kernel', { shape: [2, 1], values: Float32Array.of(0.1, Number.NaN) }],
  ['step', { shape: [], values: Int32Array.of(-7) }],
]);

export async function fuzzCheckpoints(cases: number, folder: string): Promise<Outcomes> {
  const random = createRandom(16);
  const path = join(folder, 'damaged-checkpoint');
  await writeCheckpointFile(path, { epoch: 3 }, arrays);
  const whole = readFileSync(path);
  const body = whole.subarray(whole.indexOf(0x0a) + 1);
  const outcomes = { accepted: 0, refused: 0 };
  for (let index = 0; index < cases; index++) {
    const forged = random.integer(4) > 0;
    const bytes = mutate(forged ? body : whole, random);
    const head = `digits-cnn checkpoint 1 ${sha256(bytes)}\n`;
    writeFileSync(path, forged ? Buffer.concat([Buffer.from(head), bytes]) : bytes);
    await judge(
      outcomes,
      'fit',
      () => readCheckpointFile('fit', path),
      found => {
        for (const { shape, values } of found!.arrays.values()) {
          assert.equal(
            values.length,
            shape.reduce((product, along) => product * along, 1),
          );
        }
      },
    );
  }
  return outcomes;
}
