/** Damaged Keras files, also by somebody who knows how to make the checksums right again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportModel } from '../../lib/model/export/exportModel';
import { CONFIG, readArchive, WEIGHTS, writeArchive } from '../../lib/model/keras/archive';
import { loadModel } from '../../lib/model/loadModel';
import { createRandom } from '../../lib/random/random';
import { tf } from '../../lib/tensorflow/tf';
import { judge, mutate, type Outcomes } from './mutate';

export async function fuzzKeras(cases: number, parent: string): Promise<Outcomes> {
  const random = createRandom(15);
  const small = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 3 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3 }),
    ],
  });
  await exportModel(small, 'keras', join(parent, 'keras'));
  small.dispose();
  const whole = readFileSync(join(parent, 'keras', 'model.keras'));
  const parts = await readArchive('fuzzKeras', 'model.keras', whole);
  const path = join(parent, 'damaged.keras');
  const outcomes = { accepted: 0, refused: 0 };
  const before = tf.memory().numTensors;
  for (let index = 0; index < cases; index++) {
    const kind = random.integer(3);
    const files = {
      [CONFIG]: kind === 1 ? mutate(parts.config, random) : parts.config,
      [WEIGHTS]: kind === 2 ? mutate(parts.weights, random) : parts.weights,
    };
    writeFileSync(path, kind === 0 ? mutate(whole, random) : await writeArchive('fuzzKeras', files));
    await judge(
      outcomes,
      'loadModel',
      () => loadModel(path),
      model => {
        model.dispose();
      },
    );
  }
  const left = tf.memory().numTensors - before;
  if (left > cases / 100) throw new Error(`${left} tensors left behind`);
  return outcomes;
}
