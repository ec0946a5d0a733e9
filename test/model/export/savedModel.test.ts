import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exportModel } from '../../../lib/model/export/exportModel';
import { tf } from '../../../lib/tensorflow/tf';
import { temporaryFolder } from '../../temporaryFolder';
import { native } from '../../tensorflow/trace/native';
import { answersOf, apart, networks } from './networks';
import { type Fields, integers, messages, readMessage, texts } from './readMessage';

const root = temporaryFolder();

for (const [name, make] of Object.entries(networks)) {
  test(`${name} as SavedModel answers as the model it was made from, within 1e-6`, native, async () => {
    const { node } = require('@tensorflow/tfjs-node') as typeof import('@tensorflow/tfjs-node');
    const model = make();
    const folder = join(root, name);
    assert.deepEqual(await exportModel(model, 'savedmodel', folder), ['saved_model.pb']);
    const loaded = await node.loadSavedModel(folder, ['serve'], 'serving_default');
    const expected = answersOf(model);
    const images = tf.tensor(expected.images, expected.imagesShape);
    const answers = loaded.predict({ images }) as Record<string, tf.Tensor>;
    assert.deepEqual(Object.keys(answers).sort(), ['classes', 'logits', 'probabilities']);
    for (const end of ['logits', 'probabilities', 'classes'] as const) {
      const difference = apart(answers[end]!.dataSync(), expected[end]);
      assert.ok(difference < 1e-6, `${end}: ${difference}`);
    }
    loaded.dispose();
  });
}

/** The entries of a map from texts to messages. */
const entriesOf = (fields: Fields, number: number): [string, Fields][] =>
  messages(fields, number).map(entry => [texts(entry, 1)[0]!, messages(entry, 2)[0]!]);

test('the signature is the one that TensorFlow Serving looks for, of any batch', native, async () => {
  const folder = join(root, 'signature');
  await exportModel(networks.lenet!(), 'savedmodel', folder);
  const [graph] = messages(readMessage(readFileSync(join(folder, 'saved_model.pb'))), 2);
  assert.deepEqual(texts(messages(graph!, 1)[0]!, 4), ['serve']);
  const [[name, signature], ...others] = entriesOf(graph!, 5) as [[string, Fields]];
  assert.deepEqual([name, others], ['serving_default', []]);
  assert.deepEqual(texts(signature, 3), ['tensorflow/serving/predict']);
  const ends = [...entriesOf(signature, 1), ...entriesOf(signature, 2)].map(([end, info]) => {
    const sizes = messages(messages(info, 3)[0]!, 2).map(size =>
      Number(BigInt.asIntN(64, size.get(1)![0] as bigint)),
    );
    return `${end} ${integers(info, 2)} [${sizes}]`;
  });
  const [float32, int32] = [1, 3];
  assert.deepEqual(ends, [
    `images ${float32} [-1,28,28,1]`,
    `logits ${float32} [-1,10]`,
    `probabilities ${float32} [-1,10]`,
    `classes ${int32} [-1]`,
  ]);
});

test('an export leaves no tensor behind and the model as it was', native, async () => {
  const model = networks.everyLayer!();
  const before = answersOf(model).logits;
  const { numTensors } = tf.memory();
  await exportModel(model, 'savedmodel', join(root, 'leaks'));
  assert.equal(tf.memory().numTensors, numTensors);
  assert.deepEqual(answersOf(model).logits, before);
});
