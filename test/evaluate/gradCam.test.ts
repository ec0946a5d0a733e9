/**
 * Grad-CAM against sums by hand, finite differences and the occlusion of what it points at.
 * Long: the tests share the networks.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { featureMaps } from '../../lib/evaluate/featureMaps';
import { gradCam } from '../../lib/evaluate/gradCam';
import { dense } from '../../lib/layers/dense';
import { tanh } from '../../lib/layers/tanh';
import { digitNet } from '../../lib/model/digitNet';
import { predict } from '../../lib/model/predict';
import { ready, tf } from '../../lib/tensorflow/tf';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { makeDigits } from '../data/makeDigits';
import { assertClose } from '../layers/assertions';
import { mapsNet, weightsOf } from './chains';

before(ready);

const COUNT = 4;
const POSITIONS = 30;
const CHANNELS = 4;
const digits = makeDigits(COUNT, { height: 6, width: 5, classes: 3 });

/** The rows of an array whose first axis is the digits. */
const rowOf = ({ data }: NdArray, row: number) =>
  data.subarray((row * data.length) / COUNT, ((row + 1) * data.length) / COUNT);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

test('the sum check: with global average pooling, the evidence adds up to the logit minus its bias', async () => {
  const model = mapsNet(tf.layers.globalAveragePooling2d({}));
  const maps = await featureMaps(model, digits);
  const logits = maps.at(-1)!.activations;
  const [, bias] = weightsOf(model, 'logits');
  for (const chosen of [0, 1, 2]) {
    const { evidence, classes } = await gradCam(model, digits, { class: chosen });
    assert.deepEqual([...classes], new Array(COUNT).fill(chosen));
    for (let row = 0; row < COUNT; row++) {
      const logit = logits.data[row * 3 + chosen]! - bias!.data[chosen]!;
      assertClose([sum(rowOf(evidence, row))], [logit], 1e-5);
    }
  }
});

test('with global average pooling it is CAM: the dense weights of the class over the positions', async () => {
  const model = mapsNet(tf.layers.globalAveragePooling2d({}));
  const { weights, evidence } = await gradCam(model, digits, { class: 1 });
  const [kernel] = weightsOf(model, 'logits');
  const [maps] = await featureMaps(model, digits);
  const cam = new Float64Array(COUNT * POSITIONS);
  for (const [index, value] of maps!.activations.data.entries()) {
    const weight = kernel!.data[(index % CHANNELS) * 3 + 1]! / POSITIONS;
    cam[Math.floor(index / CHANNELS)]! += weight * value;
    assertClose(
      [rowOf(weights, Math.floor(index / (CHANNELS * POSITIONS)))[index % CHANNELS]!],
      [weight],
      1e-6,
    );
  }
  assertClose(evidence.data, cam, 1e-6);
});

test('raising a whole channel raises the logit by positions · weight, measured with the layers by hand', async () => {
  const model = mapsNet(
    tf.layers.flatten(),
    tf.layers.dense({
      ...{ units: 7, activation: 'tanh', name: 'hidden' },
      kernelInitializer: tf.initializers.randomNormal({ stddev: 0.1, seed: 5 }),
    }),
  );
  const [maps] = await featureMaps(model, digits);
  const { weights, classes } = await gradCam(model, digits, { layer: 'maps' });
  const [hiddenKernel, hiddenBias] = weightsOf(model, 'hidden');
  const [kernel, bias] = weightsOf(model, 'logits');
  const step = 1e-5;
  for (let channel = 0; channel < CHANNELS; channel++) {
    const logits = (by: number): Float64Array => {
      const moved = maps!.activations.data.map(
        (value, index) => value + (index % CHANNELS === channel ? by : 0),
      );
      const hidden = tanh(dense(ndarray([COUNT, POSITIONS * CHANNELS], moved), hiddenKernel!, hiddenBias!));
      return dense(hidden, kernel!, bias!).data;
    };
    const [up, down] = [logits(step), logits(-step)];
    for (const [row, chosen] of classes.entries()) {
      const slope = (up[row * 3 + chosen]! - down[row * 3 + chosen]!) / (2 * step);
      assertClose([POSITIONS * rowOf(weights, row)[channel]!], [slope], 1e-5);
    }
  }
});

test('evidence is weights times activations, also where a layer is taken by name', async () => {
  const model = mapsNet(tf.layers.averagePooling2d({ poolSize: 2, name: 'pool' }), tf.layers.flatten());
  const [, pool] = await featureMaps(model, digits);
  const { layer, weights, evidence } = await gradCam(model, digits, { layer: 'pool' });
  assert.equal(layer, 'pool');
  assert.deepEqual(evidence.shape, [COUNT, 3, 2]);
  const expected = new Float64Array(COUNT * 6);
  for (const [index, value] of pool!.activations.data.entries()) {
    const row = Math.floor(index / (6 * CHANNELS));
    expected[Math.floor(index / CHANNELS)]! += rowOf(weights, row)[index % CHANNELS]! * value;
  }
  assertClose(evidence.data, expected, 1e-6);
});

test('activations are those of the layer, and the weights are the means of the gradient', async () => {
  const model = mapsNet(tf.layers.flatten());
  const [maps] = await featureMaps(model, digits);
  const { weights, activations, gradient } = await gradCam(model, digits);
  assert.deepEqual([activations.shape, gradient.shape], [maps!.activations.shape, maps!.activations.shape]);
  assertClose(activations.data, maps!.activations.data, 1e-6);
  const means = new Float64Array(COUNT * CHANNELS);
  for (const [index, slope] of gradient.data.entries()) {
    const row = Math.floor(index / (CHANNELS * POSITIONS));
    means[row * CHANNELS + (index % CHANNELS)]! += slope / POSITIONS;
  }
  assertClose(weights.data, means, 1e-6);
});

test("behind ReLUs, each activation times its own slope adds up to the logit minus the biases' share", async () => {
  const model = mapsNet(
    tf.layers.flatten(),
    tf.layers.dense({ units: 9, activation: 'relu', name: 'hidden', biasInitializer: 'ones' }),
  );
  const maps = await featureMaps(model, digits);
  const [hidden, logits] = maps.slice(-2).map(({ activations }) => activations);
  const [, hiddenBias] = weightsOf(model, 'hidden');
  const [kernel, bias] = weightsOf(model, 'logits');
  const { activations, gradient, classes } = await gradCam(model, digits);
  for (const [row, chosen] of classes.entries()) {
    const own = sum(rowOf(gradient, row).map((slope, index) => slope * rowOf(activations, row)[index]!));
    const awake = rowOf(hidden!, row).map((unit, index) =>
      unit > 0 ? hiddenBias!.data[index]! * kernel!.data[index * 3 + chosen]! : 0,
    );
    const logit = rowOf(logits!, row)[chosen]!;
    assertClose([own + bias!.data[chosen]! + sum(awake)], [logit], 1e-5);
  }
});

test('maps of the size of the images are the evidence without what is negative', async () => {
  const signs = new Set<number>();
  for (const chosen of [0, 1, 2]) {
    const { maps, evidence } = await gradCam(mapsNet(tf.layers.flatten()), digits, { class: chosen });
    assert.deepEqual(maps.shape, [COUNT, 6, 5]);
    for (const value of evidence.data) signs.add(Math.sign(value));
    assertClose(
      maps.data,
      evidence.data.map(value => Math.max(0, value)),
      1e-6,
    );
  }
  assert.ok(signs.has(1) && signs.has(-1));
});

test('smaller maps are stretched: corners keep the corner, halfway lies the mean', async () => {
  const model = tf.sequential({
    layers: [
      tf.layers.averagePooling2d({ inputShape: [4, 4, 1], poolSize: 2, name: 'maps' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2, kernelInitializer: 'ones' }),
    ],
  });
  const image = [255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const square = { ...makeDigits(1, { height: 4, width: 4, classes: 2 }), images: Uint8Array.from(image) };
  const { maps, evidence } = await gradCam(model, square, { layer: 'maps' });
  assertClose(evidence.data, [1, 0, 0, 0], 1e-6);
  const along = [1, 0.75, 0.25, 0];
  assertClose(
    maps.data,
    along.flatMap(down => along.map(across => down * across)),
    1e-6,
  );
});

test('left to itself it explains the predicted class at the last layer of maps that does not pool', async () => {
  const model = digitNet({ seed: 1 });
  const some = makeDigits(3);
  const { layer, classes, maps, weights, evidence } = await gradCam(model, some);
  assert.equal(layer, 'conv2');
  assert.deepEqual([...classes], [...(await predict(model, some)).classes]);
  assert.deepEqual(
    [maps.shape, weights.shape, evidence.shape],
    [
      [3, 28, 28],
      [3, 32],
      [3, 14, 14],
    ],
  );
});

test('a digit is explained alike, alone or among others, and no tensor is left behind', async () => {
  const model = mapsNet(tf.layers.flatten());
  const { numTensors } = tf.memory();
  const all = await gradCam(model, digits);
  const first = {
    ...digits,
    images: digits.images.subarray(0, POSITIONS),
    labels: digits.labels.subarray(0, 1),
  };
  const alone = await gradCam(model, { ...first, count: 1 });
  assertClose(alone.maps.data, rowOf(all.maps, 0), 1e-6);
  assert.equal(tf.memory().numTensors, numTensors);
});

test('a layer that is not there or gives no maps, and a class that is none, are refused', async () => {
  const model = mapsNet(tf.layers.flatten({ name: 'flat' }));
  const refused = (options: Parameters<typeof gradCam>[2], message: string) =>
    assert.rejects(gradCam(model, digits, options), new RangeError(message));
  await refused({ layer: 'conv9' }, 'gradCam: layer must be among maps, flat, logits, got conv9');
  await refused(
    { layer: 'flat' },
    'gradCam: layer must give maps [height, width, channels], got flat with [120]',
  );
  await refused({ class: 3 }, 'gradCam: class must be an integer in [0, 2], got 3');
  const plain = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [6, 5, 1] }), tf.layers.dense({ units: 3 })],
  });
  await assert.rejects(
    gradCam(plain, digits),
    new RangeError('gradCam: model must have a layer that gives maps, got none'),
  );
});
