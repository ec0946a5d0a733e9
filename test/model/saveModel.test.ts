/**
 * A model is saved whole or not at all, and never over what is somebody else's.
 * Long: one case for each thing that may stand in the way.
 */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { InputError } from '../../lib/check/inputError';
import { loadModel } from '../../lib/model/loadModel';
import { MANIFEST, type Manifest, sha256 } from '../../lib/model/modelFiles';
import { predict } from '../../lib/model/predict';
import { referenceNet } from '../../lib/model/referenceNet';
import { saveModel } from '../../lib/model/saveModel';
import { ready, tf } from '../../lib/tensorflow/tf';
import { makeDigits } from '../data/makeDigits';
import { temporaryFolder } from '../temporaryFolder';

const root = temporaryFolder();
const digits = makeDigits(3);
let folders = 0;

before(ready);

async function savedFolder(): Promise<string> {
  const folder = join(root, `model${folders++}`);
  await saveModel(referenceNet({ seed: 1 }), folder);
  return folder;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
}

test('a model that is saved and loaded gives the same answers, and can be trained on', async () => {
  const model = referenceNet({ seed: 1 });
  const folder = join(root, 'new', 'folder');
  await saveModel(model, folder);
  const loaded = await loadModel(folder);
  assert.deepEqual(await predict(loaded, digits), await predict(model, digits));
  assert.equal(loaded.countParams(), model.countParams());
  assert.equal(loaded.trainableWeights.length, 8);
});

test('other kinds of layers and weights survive too', async () => {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),
      tf.layers.batchNormalization(),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 10, kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) }),
    ],
  });
  const folder = join(root, 'other');
  await saveModel(model, folder);
  assert.deepEqual(await predict(await loadModel(folder), digits), await predict(model, digits));
});

test('saving over a model replaces it, keeps other files, and leaves none of the old', async () => {
  const folder = await savedFolder();
  const before = manifestOf(folder);
  writeFileSync(join(folder, 'history.json'), '{}');
  writeFileSync(join(folder, `weights-000000000000.bin.7.part`), 'what a killed save leaves');
  const other = referenceNet({ seed: 2 });
  await saveModel(other, folder);
  const { topology, weights } = manifestOf(folder);
  assert.notEqual(weights.sha256, before.weights.sha256);
  assert.deepEqual(
    readdirSync(folder).sort(),
    ['history.json', MANIFEST, topology.file, weights.file].sort(),
  );
  assert.deepEqual(await predict(await loadModel(folder), digits), await predict(other, digits));
});

test('until the manifest is in place the folder holds the old model', async () => {
  const folder = await savedFolder();
  const old = readFileSync(join(folder, MANIFEST));
  await saveModel(referenceNet({ seed: 1 }), folder);
  // A save killed before its last step: new files are there, the manifest is still the old one.
  writeFileSync(join(folder, 'weights-111111111111.bin'), 'half of it');
  writeFileSync(join(folder, MANIFEST), old);
  assert.deepEqual(
    await predict(await loadModel(folder), digits),
    await predict(referenceNet({ seed: 1 }), digits),
  );
});

test('a folder of other things is not written into', async () => {
  const folder = join(root, 'photos');
  mkdirSync(folder);
  writeFileSync(join(folder, 'cat.png'), '');
  const message = `saveModel: ${folder}: expected a new folder or a saved model, found a folder with cat.png`;
  await assert.rejects(saveModel(referenceNet({ seed: 1 }), folder), new InputError(message));
  assert.deepEqual(readdirSync(folder), ['cat.png']);

  writeFileSync(join(folder, MANIFEST), '{"format":"layers-model"}');
  const foreign = `saveModel: ${join(folder, MANIFEST)}: expected the manifest of a digits-cnn model, found something else`;
  await assert.rejects(saveModel(referenceNet({ seed: 1 }), folder), new InputError(foreign));
  const file = join(folder, 'cat.png');
  const notFolder = `saveModel: ${file}: expected a folder, found ENOTDIR`;
  await assert.rejects(saveModel(referenceNet({ seed: 1 }), file), new InputError(notFolder));
});

test('a folder with the checkpoint of a killed training is saved into, and keeps it', async () => {
  const folder = join(root, 'killed');
  const names = ['checkpoint.bin', 'checkpoint.bin.7.part'];
  mkdirSync(folder);
  for (const name of names) writeFileSync(join(folder, name), '');
  await saveModel(referenceNet({ seed: 1 }), folder);
  const { topology, weights } = manifestOf(folder);
  assert.deepEqual(readdirSync(folder).sort(), [...names, MANIFEST, topology.file, weights.file].sort());
});

/** Damages a saved folder and checks how loading it is refused; FOLDER, WEIGHTS, LAYERS stand for paths. */
function refusal(title: string, damage: (folder: string, manifest: Manifest) => void, message: string): void {
  test(title, async () => {
    const folder = await savedFolder();
    const manifest = manifestOf(folder);
    damage(folder, manifest);
    const names = {
      FOLDER: folder,
      WEIGHTS: join(folder, manifest.weights.file),
      LAYERS: join(folder, manifest.topology.file),
    };
    const text = Object.entries(names).reduce((filled, [name, path]) => filled.replace(name, path), message);
    await assert.rejects(loadModel(folder), (error: Error) => {
      assert.ok(error instanceof InputError);
      assert.equal(error.message.replace(/[0-9a-f]{64}/g, 'HASH'), text);
      return true;
    });
  });
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(path, bytes);
}

const changeManifest = (folder: string, change: object): void =>
  writeFileSync(join(folder, MANIFEST), JSON.stringify({ ...manifestOf(folder), ...change }));

refusal(
  'weights with one changed bit are refused',
  (folder, { weights }) => flipByte(join(folder, weights.file)),
  'loadModel: WEIGHTS: expected SHA-256 HASH, found HASH',
);
refusal(
  'layers with one changed bit are refused',
  (folder, { topology }) => flipByte(join(folder, topology.file)),
  'loadModel: LAYERS: expected SHA-256 HASH, found HASH',
);
refusal(
  'weights that are cut off are refused',
  (folder, { weights }) => truncateSync(join(folder, weights.file), 1000),
  'loadModel: WEIGHTS: expected 3283688 bytes, found 1000',
);
refusal(
  'missing weights are refused',
  (folder, { weights }) => rmSync(join(folder, weights.file)),
  'loadModel: WEIGHTS: expected the file that model.json names, found ENOENT',
);
refusal(
  'a manifest that is cut off is refused',
  folder => truncateSync(join(folder, MANIFEST), 40),
  'loadModel: FOLDER/model.json: expected the manifest of a digits-cnn model, found something else',
);
refusal(
  'a manifest of another version is refused',
  folder => changeManifest(folder, { version: 2 }),
  'loadModel: FOLDER/model.json: expected version 1, found 2',
);
refusal(
  'a manifest that points outside its folder is refused',
  (folder, { weights }) => changeManifest(folder, { weights: { ...weights, file: '../weights.bin' } }),
  'loadModel: FOLDER/model.json: expected file, bytes and sha256 of topology and weights, found less',
);
/** As somebody would who wants code of their own to run: every hash right. */
function changeLayers(folder: string, change: (layers: string) => string): void {
  const { topology } = manifestOf(folder);
  const path = join(folder, topology.file);
  const bytes = Buffer.from(change(readFileSync(path, 'utf8')));
  writeFileSync(path, bytes);
  changeManifest(folder, { topology: { ...topology, bytes: bytes.length, sha256: sha256(bytes) } });
}

refusal(
  'a layer that carries code is none that loading knows',
  folder => changeLayers(folder, layers => layers.replace('"class_name":"Flatten"', '"class_name":"Lambda"')),
  'loadModel: FOLDER: expected layers that TensorFlow.js can load, but: Unknown layer: Lambda',
);
/** Gives the layer of this class other options. */
const forge = (layers: string, className: string, options: object): string => {
  const { modelTopology, weightSpecs } = JSON.parse(layers);
  const layer = modelTopology.config.layers.find(
    ({ class_name }: { class_name: string }) => class_name === className,
  );
  Object.assign(layer.config, options);
  return JSON.stringify({ modelTopology, weightSpecs });
};

refusal(
  'a layer that asks for four terabytes of weights is refused before it is made',
  folder => changeLayers(folder, layers => forge(layers, 'Dense', { units: 1e9 })),
  'loadModel: FOLDER: expected layers that TensorFlow.js can load, but: ' +
    'dense asks for more weights than the file holds',
);
refusal(
  'a kernel that no memory holds is refused before it is made',
  folder => changeLayers(folder, layers => forge(layers, 'Conv2D', { kernel_size: [1e6, 1e6] })),
  'loadModel: FOLDER: expected layers that TensorFlow.js can load, but: ' +
    'conv1 asks for more weights than the file holds',
);
test('a layer without weights that makes an image of terabytes is refused', async () => {
  const { upSampling2d, globalAveragePooling2d, dense } = tf.layers;
  const folder = join(root, 'enlarging');
  const enlarge = upSampling2d({ inputShape: [28, 28, 1], size: [1, 1], name: 'enlarge' });
  await saveModel(
    tf.sequential({ layers: [enlarge, globalAveragePooling2d({}), dense({ units: 10 })] }),
    folder,
  );
  changeLayers(folder, layers => forge(layers, 'UpSampling2D', { size: [1e5, 1e5] }));
  const reason = 'enlarge gives 7840000000000 numbers for one image';
  const message = `loadModel: ${folder}: expected layers that TensorFlow.js can load, but: ${reason}`;
  await assert.rejects(loadModel(folder), new InputError(message));
});

test('two models that load at a time each have their own weights to ask for', async () => {
  const folders = [await savedFolder(), await savedFolder()];
  const models = await Promise.all(folders.map(folder => loadModel(folder)));
  assert.deepEqual(
    models.map(model => model.countParams()),
    [820922, 820922],
  );
  assert.equal(referenceNet({ seed: 3 }).countParams(), 820922);
});

test('a model that is refused leaves no tensor, and those of a model that loads meanwhile alone', async () => {
  const [good, bad] = [await savedFolder(), await savedFolder()];
  changeLayers(bad, layers => forge(layers, 'Dense', { units: 2000 }));
  const before = tf.memory().numTensors;
  const [loaded, refused] = await Promise.allSettled([loadModel(good), loadModel(bad)]);
  assert.deepEqual([loaded.status, refused.status], ['fulfilled', 'rejected']);
  const model = (loaded as PromiseFulfilledResult<tf.LayersModel>).value;
  assert.deepEqual(await predict(model, digits), await predict(referenceNet({ seed: 1 }), digits));
  model.dispose();
  assert.ok(tf.memory().numTensors - before <= 8, 'those of the network just made for comparison');
});

refusal(
  'a manifest without weights is refused',
  folder => changeManifest(folder, { weights: undefined }),
  'loadModel: FOLDER/model.json: expected file, bytes and sha256 of topology and weights, found less',
);
refusal(
  'a folder without a manifest is refused',
  folder => rmSync(join(folder, MANIFEST)),
  'loadModel: FOLDER: expected a folder with a model.json, found none',
);

test('a folder that is not there is refused, and not made', async () => {
  const folder = join(root, 'nowhere');
  const message = `loadModel: ${folder}: expected a folder with a model.json, found none`;
  await assert.rejects(loadModel(folder), new InputError(message));
  assert.equal(existsSync(folder), false);
});
