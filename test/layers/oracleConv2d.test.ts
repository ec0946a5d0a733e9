import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tensor4D } from '@tensorflow/tfjs-node';
import { conv2d, conv2dGradient } from '../../lib/layers/conv2d';
import { conv2dIm2col, conv2dIm2colGradient } from '../../lib/layers/conv2dIm2col';
import type { WindowOptions } from '../../lib/layers/slidingWindow';
import { randomArray } from './arrays';
import { assertAgrees, oracle, skip, tensorflow } from './nativeTensorflow';

const ways = [
  { convolve: conv2d, gradient: conv2dGradient },
  { convolve: conv2dIm2col, gradient: conv2dIm2colGradient },
];

const kernels = [
  [1, 1],
  [2, 2],
  [3, 3],
  [5, 5],
  [2, 3],
  [4, 1],
] as const;
const channels = [
  [1, 1],
  [1, 4],
  [3, 2],
  [4, 5],
] as const;
/** Odd and even, long and wide, and none that all strides divide. */
const images = [
  [7, 7],
  [8, 5],
  [5, 11],
] as const;

type Case = { size: readonly [number, number]; kernel: readonly [number, number] } & Required<WindowOptions>;

function* grid(
  strides: readonly WindowOptions['strides'][],
  dilations: readonly WindowOptions['dilations'][],
): Generator<Case> {
  for (const size of images)
    for (const kernel of kernels)
      for (const padding of ['same', 'valid'] as const)
        for (const stride of strides)
          for (const dilation of dilations) {
            const [down, right] = typeof dilation === 'number' ? [dilation, dilation] : dilation!;
            const fits = (kernel[0] - 1) * down < size[0] && (kernel[1] - 1) * right < size[1];
            if (padding === 'same' || fits)
              yield { size, kernel, padding, strides: stride!, dilations: dilation! };
          }
}

/** Compares both ways with tf.conv2d; with the gradients where TensorFlow has them. */
function agree({ size, kernel, ...options }: Case, withGradients: boolean): number {
  let compared = 0;
  for (const [inChannels, outChannels] of channels) {
    const x = randomArray([2, ...size, inChannels], 1);
    const k = randomArray([...kernel, inChannels, outChannels], 2);
    const { strides, padding, dilations } = options;
    const pair = (value: typeof strides) =>
      (typeof value === 'number' ? value : [...value]) as [number, number];
    const upstream = withGradients ? randomArray(conv2d(x, k, options).shape, 3) : undefined;
    const expected = oracle(
      (a, b) =>
        tensorflow().conv2d(a as Tensor4D, b as Tensor4D, pair(strides), padding, 'NHWC', pair(dilations)),
      [x, k],
      upstream,
    );
    for (const { convolve, gradient } of ways) {
      assertAgrees(convolve(x, k, options), expected.value);
      if (upstream === undefined) continue;
      const gradients = gradient(upstream, x, k, options);
      assertAgrees(gradients.images, expected.gradients[0]!);
      assertAgrees(gradients.kernel, expected.gradients[1]!);
    }
    compared++;
  }
  return compared;
}

test('both convolutions and their gradients agree with TensorFlow over strides, padding, kernels, channels and sizes', {
  skip,
}, t => {
  const strides = [1, 2, 3, [1, 2], [3, 1]] as const;
  const compared = [...grid(strides, [1])].reduce((count, item) => count + agree(item, true), 0);
  t.diagnostic(`${compared} convolutions compared, forward and backward`);
  assert.ok(compared > 600);
});

test('dilated, both agree with TensorFlow forward (it has no gradient there on a CPU; finite differences stand in)', {
  skip,
}, t => {
  const compared = [...grid([1], [2, 3, [1, 2], [3, 1]])].reduce(
    (count, item) => count + agree(item, false),
    0,
  );
  t.diagnostic(`${compared} dilated convolutions compared`);
  assert.ok(compared > 300);
});
