/** Keras files in the hands of Keras itself, there and back, where .venv-scale has it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { exportModel } from '../../../lib/model/export/exportModel';
import { loadModel } from '../../../lib/model/loadModel';
import { ready, tf } from '../../../lib/tensorflow/tf';
import { scaleMissing, scalePython } from '../../scaleEnvironment';
import { temporaryFolder } from '../../temporaryFolder';
import { type Answers, answersOf, apart } from '../export/networks';
import { networks } from './networks';

before(ready);

test("Keras gives the model's answers, and the model that of Keras after training there, within 1e-5", {
  skip: scaleMissing,
}, async () => {
  const root = temporaryFolder();
  for (const [name, make] of Object.entries(networks)) {
    const model = make();
    await exportModel(model, 'keras', join(root, name));
    writeFileSync(join(root, `${name}.json`), JSON.stringify(answersOf(model)));
  }
  const { status, stdout, stderr } = spawnSync(scalePython, [join(__dirname, 'roundTrip.py'), root], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  assert.deepEqual(lines.map(line => line.split(' ')[0]).sort(), Object.keys(networks).sort());
  for (const line of lines) assert.ok(Number(line.split(' ')[1]) < 1e-5, line);

  for (const name of Object.keys(networks)) {
    const model = await loadModel(join(root, name, 'trained.keras'));
    const { images, imagesShape, logits } = JSON.parse(
      readFileSync(join(root, `${name}.json`), 'utf8'),
    ) as Answers;
    const trained = JSON.parse(readFileSync(join(root, name, 'trained.json'), 'utf8')) as number[];
    const answers = tf.tidy(() => {
      const output = model.apply(tf.tensor(images, imagesShape), { training: false }) as tf.Tensor;
      return output.dataSync();
    });
    const difference = apart(answers, trained);
    assert.ok(difference < 1e-5, `${name}: ${difference}`);
    assert.ok(apart(trained, logits) > 1e-4, `${name} has learnt`);
  }
});
