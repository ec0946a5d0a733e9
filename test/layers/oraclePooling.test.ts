import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tensor4D } from '@tensorflow/tfjs-node';
import { averagePool2d, averagePool2dGradient } from '../../lib/layers/averagePool2d';
import { maxPool2d, maxPool2dGradient } from '../../lib/layers/maxPool2d';
import { mapped, randomArray } from './arrays';
import { assertAgrees, oracle, skip, tensorflow } from './nativeTensorflow';

type Two = [number, number];

const sizes: Two[] = [
  [7, 7],
  [8, 5],
  [5, 11],
];
const windows: Two[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [2, 3],
  [4, 1],
];
const strides: Two[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [1, 2],
];

for (const [name, pool, gradient] of [
  ['maxPool2d', maxPool2d, maxPool2dGradient],
  ['averagePool2d', averagePool2d, averagePool2dGradient],
] as const) {
  const agrees = (
    images: ReturnType<typeof randomArray>,
    poolSize: Two,
    stride: Two,
    padding: 'same' | 'valid',
  ) => {
    const options = { poolSize, strides: stride, padding };
    const upstream = randomArray(pool(images, options).shape, 2);
    const { value, gradients } = oracle(
      x =>
        name === 'maxPool2d'
          ? tensorflow().maxPool(x as Tensor4D, poolSize, stride, padding)
          : tensorflow().avgPool(x as Tensor4D, poolSize, stride, padding),
      [images],
      upstream,
    );
    assertAgrees(pool(images, options), value);
    assertAgrees(gradient(upstream, images, options), gradients[0]!);
  };

  test(`${name} and its gradient agree with TensorFlow over strides, padding, windows, channels and sizes`, {
    skip,
  }, t => {
    let compared = 0;
    for (const size of sizes)
      for (const channels of [1, 3])
        for (const poolSize of windows)
          for (const stride of strides)
            for (const padding of ['same', 'valid'] as const) {
              agrees(randomArray([2, ...size, channels], 1), poolSize, stride, padding);
              compared++;
            }
    t.diagnostic(`${compared} poolings compared, forward and backward`);
    assert.equal(compared, 240);
  });
}

test('of equally large pixels TensorFlow, too, leads the gradient to the first', { skip }, () => {
  for (let seed = 1; seed <= 20; seed++) {
    const ties = mapped(randomArray([2, 6, 5, 2], seed), value => Math.round(value));
    const options = { poolSize: 3, strides: 1 } as const;
    const upstream = randomArray([2, 4, 3, 2], seed + 100);
    const { gradients } = oracle(x => tensorflow().maxPool(x as Tensor4D, 3, 1, 'valid'), [ties], upstream);
    assertAgrees(maxPool2dGradient(upstream, ties, options), gradients[0]!);
  }
});
