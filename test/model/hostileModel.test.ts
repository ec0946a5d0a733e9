/** A saved model is data: whatever its layers say, with every hash right, loading it runs nothing and changes nothing. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { InputError } from '../../lib/check/inputError';
import { loadModel } from '../../lib/model/loadModel';
import { MANIFEST, type Manifest, sha256 } from '../../lib/model/modelFiles';
import { saveModel } from '../../lib/model/saveModel';
import { ready, tf } from '../../lib/tensorflow/tf';
import { temporaryFolder } from '../temporaryFolder';

const root = temporaryFolder();
before(ready);

/** A model's folder whose layers are as `change` leaves their text, hashes and all. */
async function folderWith(name: string, change: (layers: string) => string): Promise<string> {
  const folder = join(root, name);
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [2, 2, 1], name: 'pixels' }),
      tf.layers.dense({ units: 3, activation: 'relu', name: 'scores' }),
    ],
  });
  await saveModel(model, folder);
  model.dispose();
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  const path = join(folder, manifest.topology.file);
  const layers = readFileSync(path, 'utf8');
  const changed = Buffer.from(change(layers));
  assert.notEqual(changed.toString(), layers, 'the change fits the text');
  writeFileSync(path, changed);
  const topology = { ...manifest.topology, bytes: changed.length, sha256: sha256(changed) };
  writeFileSync(join(folder, MANIFEST), JSON.stringify({ ...manifest, topology }));
  return folder;
}

/** Names that are functions somewhere: of Keras, of every JavaScript object, of this process. */
const names = ['Lambda', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'Function', 'process'];
const places = {
  layer: (name: string) => (layers: string) =>
    layers.replace('"class_name":"Flatten"', `"class_name":"${name}"`),
  model: (name: string) => (layers: string) =>
    layers.replace('"class_name":"Sequential"', `"class_name":"${name}"`),
  activation: (name: string) => (layers: string) =>
    layers.replace('"activation":"relu"', `"activation":"${name}"`),
  initialiser: (name: string) => (layers: string) =>
    layers.replace('"class_name":"Zeros"', `"class_name":"${name}"`),
};

for (const [place, put] of Object.entries(places)) {
  test(`as the name of its ${place}, a function of something else is refused in one line`, async () => {
    for (const name of names) {
      const folder = await folderWith(`${place}-${name}`, put(name));
      await assert.rejects(loadModel(folder), (error: Error) => {
        assert.ok(error instanceof InputError, `${name}: ${error.stack}`);
        const start = `loadModel: ${folder}: expected layers that TensorFlow.js can load, but: `;
        assert.ok(error.message.startsWith(start), error.message);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      });
    }
  });
}

test('code in the text of a model is never run', async () => {
  const code = "globalThis.ran = true || (() => { throw new Error('ran') })()";
  const folder = await folderWith('code', layers =>
    layers.replace(
      '"name":"pixels"',
      `"name":"pixels","function":"${code}","custom_objects":{"f":"${code}"}`,
    ),
  );
  const model = await loadModel(folder);
  assert.equal((model.predict(tf.zeros([1, 2, 2, 1])) as tf.Tensor).shape[1], 3);
  assert.equal('ran' in globalThis, false);
});

test('a model cannot change what all objects have in common', async () => {
  for (const [index, key] of ['__proto__', 'constructor'].entries()) {
    const poison = `"${key}":{"polluted":true,"prototype":{"polluted":true}}`;
    const folder = await folderWith(`poison${index}`, layers =>
      layers.replace('"name":"pixels"', `"name":"pixels",${poison}`).replace('{', `{${poison},`),
    );
    await loadModel(folder).catch(error => assert.ok(error instanceof InputError, error.stack));
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.equal((() => {}).constructor, Function);
  }
});
