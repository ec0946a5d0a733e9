import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { averagePool2dGradient } from '../../lib/layers/averagePool2d';
import { conv2d, conv2dGradient } from '../../lib/layers/conv2d';
import type { LayerDescription } from '../../lib/layers/layerDescription';
import { maxPool2d } from '../../lib/layers/maxPool2d';
import { outputShape } from '../../lib/layers/outputShape';
import { parameterCount } from '../../lib/layers/parameterCount';
import { receptiveField } from '../../lib/layers/receptiveField';
import { ndarray } from '../../lib/types/ndarray';
import { convolutions, law, poolings } from './arbitraries';
import { mapped } from './arrays';
import { assertRefuses } from './assertions';

/** The network that every speed of the course is quoted on. */
const reference: readonly LayerDescription[] = [
  { type: 'conv2d', filters: 16, kernelSize: 5, padding: 'same' },
  { type: 'relu' },
  { type: 'maxPool2d' },
  { type: 'conv2d', filters: 16, kernelSize: 5, padding: 'same' },
  { type: 'relu' },
  { type: 'maxPool2d' },
  { type: 'flatten' },
  { type: 'dense', units: 1024 },
  { type: 'relu' },
  { type: 'dense', units: 10 },
  { type: 'softmax' },
];

test('the reference network turns 28 × 28 pixels into ten scores with 820 922 parameters', () => {
  assert.deepEqual(outputShape(reference, [28, 28, 1]), [10]);
  const [conv1, conv2] = [5 * 5 * 1 * 16 + 16, 5 * 5 * 16 * 16 + 16];
  const [dense1, dense2] = [7 * 7 * 16 * 1024 + 1024, 1024 * 10 + 10];
  assert.equal(parameterCount(reference, [28, 28, 1]), conv1 + conv2 + dense1 + dense2);
  assert.equal(conv1 + conv2 + dense1 + dense2, 820_922);
});

test('its second pooling has seen 16 × 16 pixels', () => {
  // 1 → 5 by the kernel → 6 by pooling, then in steps of 2: + 4 · 2 → 14 → + 1 · 2 → 16.
  assert.deepEqual(receptiveField(reference.slice(0, 6)), [16, 16]);
});

test('no layer changes no shape, learns nothing and sees one pixel', () => {
  assert.deepEqual(outputShape([], [28, 28, 1]), [28, 28, 1]);
  assert.equal(parameterCount([], [5]), 0);
  assert.deepEqual(receptiveField([]), [1, 1]);
});

test('batch normalisation learns a scale and an offset per channel, the others nothing', () => {
  const quiet = ['batchNorm', 'dropout', 'relu', 'sigmoid', 'tanh', 'softmax'] as const;
  const layers = quiet.map(type => ({ type }));
  assert.equal(parameterCount(layers, [7, 7, 16]), 32);
  assert.deepEqual(outputShape(layers, [7, 7, 16]), [7, 7, 16]);
  assert.deepEqual(receptiveField(layers), [1, 1]);
});

test('a kernel with two sizes counts both', () => {
  const layers: LayerDescription[] = [{ type: 'conv2d', filters: 4, kernelSize: [2, 3], strides: [1, 2] }];
  assert.equal(parameterCount(layers, [5, 7, 3]), 2 * 3 * 3 * 4 + 4);
  assert.deepEqual(outputShape(layers, [5, 7, 3]), [4, 3, 4]);
  assert.deepEqual(receptiveField(layers), [2, 3]);
});

test('law: the shape is the one that conv2d and maxPool2d really give', () => {
  law(convolutions, ({ images, kernel, options }) => {
    const [height, width, , filters] = kernel.shape as [number, number, number, number];
    const layer: LayerDescription = { type: 'conv2d', filters, kernelSize: [height, width], ...options };
    assert.deepEqual(
      outputShape([layer], images.shape.slice(1)),
      conv2d(images, kernel, options).shape.slice(1),
    );
  });
  law(poolings, ({ images, options }) => {
    const layer: LayerDescription = { type: 'maxPool2d', ...options };
    assert.deepEqual(outputShape([layer], images.shape.slice(1)), maxPool2d(images, options).shape.slice(1));
  });
});

const windows = fc.record({
  kernelSize: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  strides: fc.integer({ min: 1, max: 2 }),
  dilations: fc.integer({ min: 1, max: 2 }),
  poolSize: fc.integer({ min: 1, max: 3 }),
});

test('law: the receptive field reaches from the first to the last pixel that gets a gradient', () => {
  law(
    fc.tuple(windows, windows),
    pair => {
      const layers = pair.flatMap(({ kernelSize, strides, dilations, poolSize }): LayerDescription[] => [
        { type: 'conv2d', filters: 1, kernelSize, strides, dilations },
        { type: 'averagePool2d', poolSize },
      ]);
      const sizes = layers.map((_, index) => outputShape(layers.slice(0, index), [60, 60, 1]));
      const last = outputShape(layers, [60, 60, 1]);
      // One number after the last layer, led back through the gradients of the layers themselves.
      let gradient = ndarray([1, ...last]);
      gradient.data[0] = 1;
      for (const [index, layer] of [...layers.entries()].reverse()) {
        const images = ndarray([1, ...sizes[index]!]);
        if (layer.type === 'conv2d') {
          const kernel = mapped(ndarray([...(layer.kernelSize as [number, number]), 1, 1]), () => 1);
          gradient = conv2dGradient(gradient, images, kernel, layer).images;
        } else if (layer.type === 'averagePool2d') gradient = averagePool2dGradient(gradient, images, layer);
      }
      const [height, width] = gradient.shape.slice(1) as [number, number];
      const touched = [...gradient.data.keys()].filter(index => gradient.data[index] !== 0);
      const bottom = Math.max(...touched.map(index => Math.floor(index / width)));
      const right = Math.max(...touched.map(index => index % width));
      assert.ok(bottom < height);
      assert.deepEqual(receptiveField(layers), [bottom + 1, right + 1]);
    },
    50,
  );
});

test('the layer that does not fit is named', () => {
  assertRefuses(
    () => outputShape([{ type: 'flatten' }, { type: 'maxPool2d' }], [4, 4, 1]),
    'layers[1] (maxPool2d): the input must be [height, width, channels], got [16]',
  );
  assertRefuses(
    () => parameterCount([{ type: 'dense', units: 10 }], [4, 4, 1]),
    'layers[0] (dense): the input must be [inputs], got [4, 4, 1]',
  );
  assertRefuses(
    () => outputShape([{ type: 'conv2d', filters: 1, kernelSize: 5 }], [4, 9, 1]),
    'layers[0] (conv2d): the window must fit into the image, got a window of height 5 on an image of height 4',
  );
  assertRefuses(
    () => receptiveField([{ type: 'relu' }, { type: 'dense', units: 10 }]),
    'receptiveField: layers[1] (dense) sees the whole image; expected convolutions, poolings and activations',
  );
});

test('sizes out of range are refused', () => {
  assertRefuses(
    () => outputShape([{ type: 'conv2d', filters: 0, kernelSize: 1 }], [4, 4, 1]),
    'layers[0] (conv2d): filters must be an integer ≥ 1, got 0',
  );
  assertRefuses(
    () => outputShape([{ type: 'dense', units: 1.5 }], [4]),
    'layers[0] (dense): units must be an integer ≥ 1, got 1.5',
  );
  assertRefuses(
    () => receptiveField([{ type: 'conv2d', filters: 1, kernelSize: 0 }]),
    'layers[0] (conv2d): kernelSize must be an integer ≥ 1, got 0',
  );
  assertRefuses(() => outputShape([], []), 'outputShape: inputShape must have at least one axis, got []');
  assertRefuses(
    () => parameterCount([], [28, 0]),
    'parameterCount: inputShape[1] must be an integer ≥ 1, got 0',
  );
});
