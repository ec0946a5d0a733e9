/**
 * Networks as Keras files, there and back, and every file that is refused.
 *
 * Long: the refusals share the networks and their files.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { InputError } from '../../../lib/check/inputError';
import { exportModel } from '../../../lib/model/export/exportModel';
import { CONFIG, METADATA, readArchive, WEIGHTS, writeArchive } from '../../../lib/model/keras/archive';
import { loadModel } from '../../../lib/model/loadModel';
import { ready, tf } from '../../../lib/tensorflow/tf';
import { temporaryFolder } from '../../temporaryFolder';
import { answersOf, apart } from '../export/networks';
import { networks } from './networks';

before(ready);
const root = temporaryFolder();

/** Two weights: kernel [4, 3] and bias [3]. */
const small = (): tf.LayersModel =>
  tf.sequential({
    name: 'small',
    layers: [
      tf.layers.flatten({ inputShape: [2, 2, 1], name: 'flat' }),
      tf.layers.dense({ units: 3, name: 'logits' }),
    ],
  });

async function exported(model: tf.LayersModel, name: string): Promise<string> {
  assert.deepEqual(await exportModel(model, 'keras', join(root, name)), ['model.keras']);
  return join(root, name, 'model.keras');
}

for (const [name, make] of Object.entries(networks)) {
  test(`${name} comes back from its Keras file with the same answers, bit for bit`, async () => {
    const model = make();
    const file = await exported(model, name);
    const back = await loadModel(file);
    assert.equal(back.countParams(), model.countParams());
    assert.equal(apart(answersOf(back).logits, answersOf(model).logits), 0);
    assert.deepEqual(
      back.layers.map(layer => layer.name).filter(layer => layer !== 'images'),
      model.layers
        .map(layer => layer.name)
        .filter((_, index) => model.layers[index]!.getClassName() !== 'InputLayer'),
    );
  });
}

test('the same network gives the same bytes', async () => {
  const model = small();
  const [one, other] = [await exported(model, 'one'), await exported(model, 'other')];
  assert.ok(readFileSync(one).equals(readFileSync(other)));
});

test('a folder with model.keras in it is one, too', async () => {
  await exported(small(), 'folder');
  assert.equal((await loadModel(join(root, 'folder'))).name, 'small');
});

test('neither way leaves a tensor behind', async () => {
  const model = small();
  const { numTensors } = tf.memory();
  const back = await loadModel(await exported(model, 'leaks'));
  back.dispose();
  assert.equal(tf.memory().numTensors, numTensors);
});

test('what Keras would compute otherwise is not exported', async () => {
  const refused = async (layer: tf.layers.Layer, message: string): Promise<void> => {
    const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [4, 4, 1] }), layer] });
    await assert.rejects(exportModel(model, 'keras', join(root, 'refused')), new RangeError(message));
  };
  const kinds =
    'Conv2D, DepthwiseConv2D, Dense, BatchNormalization, MaxPooling2D, AveragePooling2D, GlobalMaxPooling2D, ' +
    'GlobalAveragePooling2D, ZeroPadding2D, Flatten, Reshape, Rescaling, Dropout, Activation, ReLU, Softmax';
  await refused(
    tf.layers.gaussianNoise({ stddev: 1, name: 'noise' }),
    `kerasModel: layer noise must be one of ${kinds}, got GaussianNoise`,
  );
  await refused(
    tf.layers.activation({ activation: 'hardSigmoid', name: 'hard' }),
    'kerasModel: layer hard must be with an activation of linear, relu, relu6, sigmoid, tanh, softmax, elu, selu, softplus, softsign, got hard_sigmoid',
  );
  await refused(
    tf.layers.flatten({ dataFormat: 'channelsFirst', name: 'flat' }),
    'kerasModel: layer flat must be without data_format, which TensorFlow.js and Keras do not share, got channels_first',
  );
});

/** The parts of a small Keras file, changed, in a file of their own. */
async function forged(
  name: string,
  change: (parts: Record<string, Uint8Array>) => void | Promise<void>,
): Promise<string> {
  const source = await exported(small(), 'source');
  const { config, weights } = await readArchive('test', source, readFileSync(source));
  const parts: Record<string, Uint8Array> = {
    [METADATA]: Buffer.from('{}'),
    [CONFIG]: config,
    [WEIGHTS]: weights,
  };
  await change(parts);
  const path = join(root, `${name}.keras`);
  writeFileSync(path, await writeArchive('test', parts));
  return path;
}

const refuse = (path: string, message: string): Promise<void> =>
  assert.rejects(loadModel(path), new InputError(`loadModel: ${path}: ${message}`));

/** The config, changed as an object. */
const withConfig =
  (change: (config: object, layers: { config: object }[]) => unknown) =>
  (parts: Record<string, Uint8Array>): void => {
    const config = JSON.parse(Buffer.from(parts[CONFIG]!).toString());
    change(config, config.config.layers);
    parts[CONFIG] = Buffer.from(JSON.stringify(config));
  };

test('a file that is no Keras file, or is cut off, or damaged, is refused', async () => {
  const whole = readFileSync(await exported(small(), 'whole'));
  const write = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(root, name), bytes);
    return join(root, name);
  };
  await refuse(join(root, 'none.keras'), 'expected a file that Keras saved, found ENOENT');
  mkdirSync(join(root, 'dir.keras'));
  await refuse(join(root, 'dir.keras'), 'expected a file that Keras saved, found EISDIR');
  for (const bytes of [new Uint8Array(0), Buffer.from('not a zip'), whole.subarray(0, whole.length - 30)]) {
    await assert.rejects(loadModel(write('cut.keras', bytes)), {
      name: 'InputError',
      message: /^loadModel: [^\n]*a ZIP archive\), found[^\n]*$/,
    });
  }
  const damaged = Buffer.from(whole);
  damaged[whole.indexOf('"logits"') + 1]! ^= 1;
  await assert.rejects(loadModel(write('bit.keras', damaged)), {
    message: /expected config\.json as it was saved, found one that is damaged/,
  });
});

test('what a file says about sizes is compared with what it has before memory is asked for', async () => {
  const dense = (key: string, value: unknown) =>
    withConfig((_, layers) => Object.assign(layers[2]!.config, { [key]: value }));
  await refuse(
    await forged('units', dense('units', 1e9)),
    'expected kernel [4,1000000000] as layers/dense/vars/0, found [4,3]',
  );
  const wide = withConfig((_, layers) =>
    Object.assign(layers[0]!.config, { batch_shape: [null, 1e6, 1e6, 1] }),
  );
  await refuse(
    await forged('wide', wide),
    'expected kernel [1000000000000,3] as layers/dense/vars/0, found [4,3]',
  );
  await refuse(
    await forged('bias', dense('use_bias', false)),
    'expected 1 weights in layers/dense/vars, found more',
  );
  const renamed = withConfig((_, layers) =>
    layers.push({ ...layers[2], config: { ...layers[2]!.config, name: 'more' } }),
  );
  await refuse(
    await forged('missing', renamed),
    'expected kernel [3,3] as layers/dense_1/vars/0, found none',
  );
});

test('numbers that the file has no room for are refused', async () => {
  const hdf5 = await import('h5wasm');
  await hdf5.ready;
  const path = await forged('bomb', parts => {
    const file = new hdf5.File('bomb.h5', 'w');
    const vars = file.create_group('layers').create_group('dense').create_group('vars');
    const zeros = new Float32Array(300_000);
    vars.create_dataset({
      name: '0',
      data: zeros,
      shape: [100_000, 3],
      dtype: '<f',
      chunks: [100_000, 3],
      compression: 'gzip',
    });
    vars.create_dataset({ name: '1', data: zeros.subarray(0, 3), shape: [3], dtype: '<f' });
    file.close();
    parts[WEIGHTS] = hdf5.FS!.readFile('bomb.h5');
    withConfig((_, layers) => Object.assign(layers[0]!.config, { batch_shape: [null, 100, 1000, 1] }))(parts);
  });
  await assert.rejects(loadModel(path), {
    message: /: expected at most \d{4} numbers in model\.weights\.h5, found 300003 declared$/,
  });
});

const kinds =
  'Conv2D, DepthwiseConv2D, Dense, BatchNormalization, MaxPooling2D, AveragePooling2D, GlobalMaxPooling2D, ' +
  'GlobalAveragePooling2D, ZeroPadding2D, Flatten, Reshape, Rescaling, Dropout, Activation, ReLU, Softmax';
const configs: [name: string, change: Parameters<typeof withConfig>[0], message: string][] = [
  [
    'lambda',
    (_, layers) => Object.assign(layers[2]!, { class_name: 'Lambda' }),
    `expected layer logits to be one of ${kinds}, found Lambda`,
  ],
  [
    'own',
    (_, layers) => Object.assign(layers[2]!, { registered_name: 'mine>Dense' }),
    "expected layer logits to be one of Keras's own, found mine>Dense",
  ],
  [
    'module',
    (_, layers) => Object.assign(layers[2]!, { module: 'os' }),
    "expected layer logits to be one of Keras's own, found os.Dense",
  ],
  [
    'half',
    (_, layers) => Object.assign(layers[2]!.config, { dtype: 'mixed_float16' }),
    'expected layer logits in float32, found mixed_float16',
  ],
  [
    'regular',
    (_, layers) => Object.assign(layers[2]!.config, { kernel_regularizer: { l2: 1 } }),
    'expected layer logits without kernel_regularizer, which TensorFlow.js and Keras do not share, found {"l2":1}',
  ],
  [
    'graph',
    config => Object.assign(config, { class_name: 'Functional' }),
    'expected a keras.Sequential, a chain of layers, found keras.Functional',
  ],
  [
    'shapeless',
    (_, layers) => Object.assign(layers[0]!.config, { batch_shape: [null, null, 2] }),
    'expected an input shape such as [null,28,28,1], found [null,null,2]',
  ],
  [
    'named',
    (_, layers) => Object.assign(layers[2]!.config, { name: '../x\n' }),
    'expected a name for every layer, found ../x ',
  ],
];
for (const [name, change, message] of configs) {
  test(`a config is refused: ${message.slice(0, 60)}`, async () =>
    refuse(await forged(name, withConfig(change)), message));
}

test('weights that are no HDF5, and parts that are missing, are refused', async () => {
  const noHdf5 = await forged('hdf5', parts => {
    parts[WEIGHTS] = Buffer.alloc(1000, 7);
  });
  await refuse(noHdf5, 'expected model.weights.h5 as Keras saves it, found it damaged');
  const noConfig = await forged('noconfig', parts => {
    delete parts[CONFIG];
  });
  await refuse(noConfig, 'expected one config.json in it, found none');
  const noJson = await forged('nojson', parts => {
    parts[CONFIG] = Buffer.from('{"class_name":');
  });
  await refuse(noJson, 'expected config.json of a Keras model, found something else');
});

test('names that lead outside are not followed: nothing is unpacked to the disk', async () => {
  const path = await forged('outside', parts => {
    parts['../outside.txt'] = Buffer.from('x');
  });
  await assert.rejects(loadModel(path), InputError);
});
