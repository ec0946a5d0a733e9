import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { featureMaps } from '../../lib/evaluate/featureMaps';
import { addBias } from '../../lib/layers/addBias';
import { conv2d } from '../../lib/layers/conv2d';
import { dense } from '../../lib/layers/dense';
import { tanh } from '../../lib/layers/tanh';
import { digitNet } from '../../lib/model/digitNet';
import { ready, tf } from '../../lib/tensorflow/tf';
import { ndarray } from '../../lib/types/ndarray';
import { makeDigits } from '../data/makeDigits';
import { assertClose } from '../layers/assertions';
import { mapsNet, weightsOf } from './chains';

before(ready);

const digits = makeDigits(3, { height: 6, width: 5, classes: 3 });

test('every layer gives the activations that the layers by hand give', async () => {
  const model = mapsNet(tf.layers.flatten({ name: 'flat' }));
  const [maps, flat, logits] = await featureMaps(model, digits);
  assert.deepEqual([maps!.layer, flat!.layer, logits!.layer], ['maps', 'flat', 'logits']);
  assert.deepEqual(
    [maps!, flat!, logits!].map(({ activations }) => activations.shape),
    [
      [3, 6, 5, 4],
      [3, 120],
      [3, 3],
    ],
  );
  const pixels = ndarray(
    [3, 6, 5, 1],
    Float64Array.from(digits.images, pixel => pixel / 255),
  );
  const [kernel, bias] = weightsOf(model, 'maps');
  const byHand = tanh(addBias(conv2d(pixels, kernel!, { padding: 'same' }), bias!));
  assertClose(maps!.activations.data, byHand.data, 1e-6);
  assertClose(flat!.activations.data, byHand.data, 1e-6);
  const [logitKernel, logitBias] = weightsOf(model, 'logits');
  assertClose(
    logits!.activations.data,
    dense(ndarray([3, 120], byHand.data), logitKernel!, logitBias!).data,
    1e-5,
  );
});

test('dropout does not act, and batch normalisation keeps its statistics', async () => {
  const model = mapsNet(
    tf.layers.batchNormalization({ name: 'normal', epsilon: 0 }),
    tf.layers.dropout({ rate: 0.9, name: 'dropped' }),
    tf.layers.flatten(),
  );
  const [maps, normal, dropped] = await featureMaps(model, digits);
  assertClose(normal!.activations.data, maps!.activations.data, 1e-6);
  assert.deepEqual(dropped!.activations.data, normal!.activations.data);
});

test('the best network shows its maps, with the shapes of its summary', async () => {
  const maps = await featureMaps(digitNet({ seed: 1 }), makeDigits(2));
  assert.deepEqual(
    maps.map(({ layer, activations }) => `${layer} ${activations.shape}`),
    [
      'conv1 2,28,28,16',
      'pool1 2,14,14,16',
      'conv2 2,14,14,32',
      'pool2 2,7,7,32',
      'flatten 2,1568',
      'dense 2,128',
      'logits 2,10',
    ],
  );
});

test('an input layer in front is no layer of its own', async () => {
  const layers = [tf.layers.inputLayer({ inputShape: [6, 5, 1] }), tf.layers.flatten({ name: 'flat' })];
  const model = tf.sequential({ layers: [...layers, tf.layers.dense({ units: 3, name: 'logits' })] });
  const maps = await featureMaps(model, digits);
  assert.deepEqual(
    maps.map(({ layer }) => layer),
    ['flat', 'logits'],
  );
});

test('no tensor is left behind', async () => {
  const model = mapsNet(tf.layers.flatten());
  const { numTensors } = tf.memory();
  await featureMaps(model, digits);
  assert.equal(tf.memory().numTensors, numTensors);
});

test('a network that is no chain, or of another size, is refused', async () => {
  const input = tf.input({ shape: [6, 5, 1] });
  const flat = tf.layers.flatten().apply(input);
  const output = tf.layers.dense({ units: 3 }).apply(flat) as import('@tensorflow/tfjs').SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: output });
  const message = 'featureMaps: model must be a chain of layers (tf.sequential), got Model';
  await assert.rejects(featureMaps(model, digits), new RangeError(message));
  await assert.rejects(
    featureMaps(mapsNet(tf.layers.flatten()), makeDigits(1)),
    new RangeError("featureMaps: digits must be [6, 5, 1] as the model's input, got [28, 28, 1]"),
  );
});
