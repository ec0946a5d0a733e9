/** How many floating-point operations a training step needs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trainingFlops } from '../../bench/training/flops';
import { IMAGE_SHAPE, referenceLayers } from '../../bench/training/referenceLayers';
import { parameterCount } from '../../lib/layers/parameterCount';
import { referenceNet } from '../../lib/model/referenceNet';

test('A single dense layer multiplies twice, because nobody asks for the gradient of the pixels.', () => {
  assert.equal(trainingFlops([{ type: 'dense', units: 10 }], [784]), 2 * 2 * 784 * 10);
});

test('The layers after the first multiply three times: forward, for their weights, for their inputs.', () => {
  const layers = [{ type: 'dense', units: 4 }, { type: 'relu' }, { type: 'dense', units: 3 }] as const;
  assert.equal(trainingFlops(layers, [5]), 2 * (2 * 5 * 4) + 3 * (2 * 4 * 3));
});

test('A convolution multiplies at every position that its window takes.', () => {
  const [kernel, positions, channels, filters] = [3 * 3, 2 * 3, 2, 7];
  const layers = [{ type: 'conv2d', filters, kernelSize: 3, strides: 2, padding: 'valid' }] as const;
  assert.equal(trainingFlops(layers, [5, 7, channels]), 2 * 2 * kernel * channels * filters * positions);
});

test('A network without weights needs none.', () => {
  assert.equal(trainingFlops([{ type: 'flatten' }], [28, 28, 1]), 0);
});

test('The reference network needs 13.7 million, worked by hand.', () => {
  const conv1 = 2 * (28 * 28) * (5 * 5 * 1) * 16;
  const conv2 = 2 * (14 * 14) * (5 * 5 * 16) * 16;
  const dense = 2 * (7 * 7 * 16) * 1024;
  const logits = 2 * 1024 * 10;
  const expected = 2 * conv1 + 3 * (conv2 + dense + logits);
  assert.equal(expected, 13_659_136);
  assert.equal(trainingFlops(referenceLayers, IMAGE_SHAPE), expected);
});

test('The layers in words are those of referenceNet.', () => {
  const model = referenceNet({ seed: 1 });
  assert.equal(parameterCount(referenceLayers, IMAGE_SHAPE), model.countParams());
  const types = model.layers.map(layer => layer.getClassName());
  assert.deepEqual(types, ['Conv2D', 'MaxPooling2D', 'Conv2D', 'MaxPooling2D', 'Flatten', 'Dense', 'Dense']);
});
