/** Damaged model folders, also by somebody who knows how to make the hashes right again. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '../../lib/model/loadModel';
import { MANIFEST, type Manifest, sha256 } from '../../lib/model/modelFiles';
import { saveModel } from '../../lib/model/saveModel';
import { createRandom } from '../../lib/random/random';
import { tf } from '../../lib/tensorflow/tf';
import { judge, mutate, type Outcomes } from './mutate';

export async function fuzzModels(cases: number, parent: string): Promise<Outcomes> {
  const random = createRandom(13);
  const folder = join(parent, 'model');
  const small = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [4, 4, 1] }), tf.layers.dense({ units: 3 })],
  });
  await saveModel(small, folder);
  small.dispose();
  const manifestPath = join(folder, MANIFEST);
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  const parts = ['topology', 'weights'] as const;
  const originals = new Map(
    [manifestPath, ...parts.map(part => join(folder, manifest[part].file))].map(path => [
      path,
      readFileSync(path),
    ]),
  );
  const outcomes = { accepted: 0, refused: 0 };
  const before = tf.memory().numTensors;
  for (let index = 0; index < cases; index++) {
    for (const [path, bytes] of originals) writeFileSync(path, bytes);
    const kind = random.integer(4);
    const part = parts[random.integer(2)]!;
    const path = kind === 0 ? manifestPath : join(folder, manifest[part].file);
    const bytes = mutate(originals.get(path)!, random);
    writeFileSync(path, bytes);
    if (kind > 1) {
      const forged = { ...manifest[part], bytes: bytes.length, sha256: sha256(bytes) };
      writeFileSync(manifestPath, JSON.stringify({ ...manifest, [part]: forged }));
    }
    await judge(
      outcomes,
      'loadModel',
      () => loadModel(folder),
      model => {
        model.dispose();
      },
    );
  }
  // TensorFlow.js itself forgets the first value of a variable whose name it refuses.
  const left = tf.memory().numTensors - before;
  assert.ok(left <= cases / 100, `${left} tensors left behind`);
  return outcomes;
}
