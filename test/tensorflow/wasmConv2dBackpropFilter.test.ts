import './useWasm';
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ready, tf } from '../../lib/tensorflow/tf';
import { registerConv2dBackpropFilter } from '../../lib/tensorflow/wasmConv2dBackpropFilter';

before(ready);

/** The gradient of Σ conv(images, kernel) · weights with respect to the kernel, computed on `backend`. */
async function kernelGradient(
  backend: 'cpu' | 'wasm',
  size: number,
  kernelSize: [number, number],
  strides: [number, number],
  padding: 'same' | 'valid',
): Promise<Float32Array> {
  await tf.setBackend(backend);
  return tf.tidy(() => {
    const images = tf.randomNormal(
      [2, size, size + 1, 3],
      0,
      1,
      'float32',
      1,
    ) as import('@tensorflow/tfjs').Tensor4D;
    const kernel = tf.randomNormal(
      [...kernelSize, 3, 4],
      0,
      1,
      'float32',
      2,
    ) as import('@tensorflow/tfjs').Tensor4D;
    const outputs = (weights: typeof kernel) => tf.conv2d(images, weights, strides, padding);
    const upstream = tf.randomNormal(outputs(kernel).shape, 0, 1, 'float32', 3);
    return tf
      .grad(weights => tf.sum(tf.mul(outputs(weights as typeof kernel), upstream)))(kernel)
      .dataSync() as Float32Array;
  });
}

test('the gradient agrees with the JavaScript backend over sizes, kernels, strides and paddings', async () => {
  let cases = 0;
  for (const size of [5, 6, 9]) {
    for (const kernelSize of [
      [1, 1],
      [2, 3],
      [3, 3],
      [5, 5],
    ] as [number, number][]) {
      for (const strides of [
        [1, 1],
        [2, 2],
        [1, 3],
        [3, 2],
      ] as [number, number][]) {
        for (const padding of ['same', 'valid'] as const) {
          const expected = await kernelGradient('cpu', size, kernelSize, strides, padding);
          const actual = await kernelGradient('wasm', size, kernelSize, strides, padding);
          const worst = Math.max(...expected.map((value, index) => Math.abs(value - actual[index]!)));
          assert.equal(actual.length, expected.length);
          assert.ok(
            worst < 1e-4,
            `size ${size}, kernel ${kernelSize}, strides ${strides}, ${padding}: off by ${worst}`,
          );
          cases++;
        }
      }
    }
  }
  assert.equal(cases, 96);
});

test('nothing is left behind in memory', async () => {
  const { numTensors, numDataBuffers } = tf.memory();
  await kernelGradient('wasm', 6, [3, 3], [1, 1], 'same');
  assert.deepEqual([tf.memory().numTensors, tf.memory().numDataBuffers], [numTensors, numDataBuffers]);
});

test('registering twice keeps the first', () => {
  const kernel = tf.getKernel('Conv2DBackpropFilter', 'wasm');
  registerConv2dBackpropFilter();
  assert.equal(tf.getKernel('Conv2DBackpropFilter', 'wasm'), kernel);
});
