/** Damaged photographs: each is read as one digit, or refused by name. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../lib/random/random';
import { readPhotos } from '../../lib/tensorflow/readPhotos';
import { tf } from '../../lib/tensorflow/tf';
import { judge, mutate, type Outcomes } from './mutate';

/** A bright stroke on dark paper, in colour, as PNG and as JPEG. */
async function wholeFiles(): Promise<Uint8Array[]> {
  const { node } = require('@tensorflow/tfjs-node') as typeof import('@tensorflow/tfjs-node');
  const values = Int32Array.from({ length: 20 * 20 * 3 }, (_, index) => {
    const column = Math.floor(index / 3) % 20;
    return column > 8 && column < 12 ? 230 : 20;
  });
  const picture = tf.tensor3d(values, [20, 20, 3], 'int32');
  try {
    return [await node.encodePng(picture), await node.encodeJpeg(picture)];
  } finally {
    picture.dispose();
  }
}

export async function fuzzPhotos(cases: number, folder: string): Promise<Outcomes> {
  const random = createRandom(12);
  const files = await wholeFiles();
  const path = join(folder, 'damaged-photo');
  const outcomes = { accepted: 0, refused: 0 };
  const before = tf.memory().numTensors;
  for (let index = 0; index < cases; index++) {
    writeFileSync(path, mutate(files[index % files.length]!, random));
    await judge(
      outcomes,
      'readPhotos',
      () => readPhotos([path]),
      ({ images, count }) => assert.deepEqual([images.length, count], [784, 1]),
    );
  }
  assert.equal(tf.memory().numTensors, before, 'tensors left behind');
  return outcomes;
}
