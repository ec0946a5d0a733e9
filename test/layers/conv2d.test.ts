import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conv2d, conv2dGradient } from '../../lib/layers/conv2d';
import { conv2dIm2col, conv2dIm2colGradient } from '../../lib/layers/conv2dIm2col';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { convolutions, law } from './arbitraries';
import { combined, dot, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

/** Both ways to convolve are held to the same claims. */
for (const [name, convolve, gradient] of [
  ['conv2d', conv2d, conv2dGradient],
  ['conv2dIm2col', conv2dIm2col, conv2dIm2colGradient],
] as const) {
  const image = ndarray([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]);

  test(`${name}: a 2 × 2 kernel on a 3 × 3 image, by hand`, () => {
    const kernel = ndarray([2, 2, 1, 1], [1, 0, 0, -1]);
    assertSame(convolve(image, kernel), [1, 2, 2, 1], [-4, -4, -4, -4]);
  });

  test(`${name}: the kernel is not flipped`, () => {
    const kernel = ndarray([1, 2, 1, 1], [10, 1]);
    assertSame(convolve(image, kernel), [1, 3, 2, 1], [12, 23, 45, 56, 78, 89]);
  });

  test(`${name}: 'same' puts the odd zero below and right`, () => {
    const kernel = ndarray([2, 2, 1, 1], [1, 1, 1, 1]);
    assertSame(
      convolve(image, kernel, { padding: 'same' }),
      [1, 3, 3, 1],
      [12, 16, 9, 24, 28, 15, 15, 17, 9],
    );
  });

  test(`${name}: stride 2 leaves every other position out, vertical and horizontal on their own`, () => {
    const one = ndarray([1, 1, 1, 1], [1]);
    assertSame(convolve(image, one, { strides: 2 }), [1, 2, 2, 1], [1, 3, 7, 9]);
    assertSame(convolve(image, one, { strides: [2, 1] }), [1, 2, 3, 1], [1, 2, 3, 7, 8, 9]);
  });

  test(`${name}: dilation 2 reaches over a pixel, vertical and horizontal on their own`, () => {
    const kernel = ndarray([2, 2, 1, 1], [1, 10, 100, 1000]);
    assertSame(convolve(image, kernel, { dilations: 2 }), [1, 1, 1, 1], [9731]);
    assertSame(convolve(image, kernel, { dilations: [2, 1] }), [1, 1, 2, 1], [8721, 9832]);
  });

  test(`${name}: all input channels are summed, each output channel has a kernel of its own`, () => {
    const twoChannels = ndarray([1, 1, 2, 2], [1, 2, 3, 4]);
    const kernel = ndarray([1, 1, 2, 3], [1, 0, 10, 0, 1, 100]);
    assertSame(convolve(twoChannels, kernel), [1, 1, 2, 3], [1, 2, 210, 3, 4, 430]);
  });

  test(`${name}: ±1000 and a single pixel are no special case, no image gives no image`, () => {
    const kernel = ndarray([1, 1, 1, 1], [-1000]);
    assertSame(convolve(ndarray([1, 1, 1, 1], [1000]), kernel), [1, 1, 1, 1], [-1e6]);
    assertSame(convolve(ndarray([0, 4, 4, 1]), kernel), [0, 4, 4, 1], []);
    const none = gradient(ndarray([0, 4, 4, 1]), ndarray([0, 4, 4, 1]), kernel);
    assertSame(none.images, [0, 4, 4, 1], []);
    assertSame(none.kernel, [1, 1, 1, 1], [0]);
  });

  test(`${name}: the gradients by hand`, () => {
    const images = ndarray([1, 1, 3, 1], [1, 2, 4]);
    const kernel = ndarray([1, 2, 1, 1], [10, 100]);
    const { images: toImages, kernel: toKernel } = gradient(ndarray([1, 1, 2, 1], [1, 3]), images, kernel);
    assertSame(toImages, [1, 1, 3, 1], [10, 130, 300]);
    assertSame(toKernel, [1, 2, 1, 1], [1 + 2 * 3, 2 + 4 * 3]);
  });

  test(`${name}: law: twice the image gives twice the answer, and a sum the sum`, () => {
    law(
      fc.tuple(convolutions, fc.nat(1000)),
      ([{ images, kernel, options }, seed]) => {
        const others = randomArray(images.shape, seed);
        const expected = combined(convolve(images, kernel, options), 2, convolve(others, kernel, options));
        assertClose(convolve(combined(images, 2, others), kernel, options).data, expected.data);
      },
      50,
    );
  });

  test(`${name}: law: the gradients are the other two sides of the same products`, () => {
    law(
      fc.tuple(convolutions, fc.nat(1000)),
      ([{ images, kernel, options }, seed]) => {
        const output = convolve(images, kernel, options);
        const upstream = randomArray(output.shape, seed);
        const gradients = gradient(upstream, images, kernel, options);
        assert.deepEqual(gradients.images.shape, images.shape);
        assert.deepEqual(gradients.kernel.shape, kernel.shape);
        const sum = dot(upstream, output);
        assertClose([dot(gradients.images, images), dot(gradients.kernel, kernel)], [sum, sum], 1e-11);
      },
      50,
    );
  });

  test(`${name}: the gradients agree with finite differences, with strides, padding and dilation`, () => {
    const images = randomArray([2, 5, 4, 2], 1);
    const kernel = randomArray([3, 2, 2, 3], 2);
    for (const options of [
      {},
      { padding: 'same', strides: [2, 1] },
      { padding: 'same', dilations: 2 },
      { padding: 'valid', dilations: [1, 3] },
      { padding: 'same', strides: 2, dilations: [2, 1] },
    ] as const) {
      assertLayerGradient(
        x => convolve(x, kernel, options),
        upstream => gradient(upstream, images, kernel, options).images,
        images,
      );
      assertLayerGradient(
        weights => convolve(images, weights, options),
        upstream => gradient(upstream, images, kernel, options).kernel,
        kernel,
      );
    }
  });

  const [images, kernel] = [ndarray([1, 3, 3, 2]), ndarray([2, 2, 2, 1])];
  const refusals: [images: NdArray, kernel: NdArray, message: string][] = [
    [ndarray([3, 3, 2]), kernel, 'images must be [batch, height, width, inChannels], got [3, 3, 2]'],
    [ndarray([1, 3, 0, 2]), kernel, 'images must be [batch, height, width, inChannels], got [1, 3, 0, 2]'],
    [
      images,
      ndarray([2, 2]),
      'kernel must be [kernelHeight, kernelWidth, inChannels, outChannels], got [2, 2]',
    ],
    [images, ndarray([2, 2, 1, 2]), 'kernel must have 2 inChannels, as many as the images, got 1'],
    [
      images,
      ndarray([4, 2, 2, 1]),
      'the window must fit into the image, got a window of height 4 on an image of height 3',
    ],
  ];

  test(`${name}: what does not belong together is refused, by the function that was called`, () => {
    for (const [badImages, badKernel, message] of refusals) {
      assertRefuses(() => convolve(badImages, badKernel), `${name}: ${message}`);
      assertRefuses(
        () => gradient(ndarray([1, 2, 2, 1]), badImages, badKernel),
        `${name}Gradient: ${message}`,
      );
    }
    assertRefuses(
      () => convolve(images, kernel, { strides: 0 }),
      `${name}: strides must be an integer ≥ 1, got 0`,
    );
    assertRefuses(
      () => gradient(ndarray([1, 3, 3, 1]), images, kernel),
      `${name}Gradient: upstream must have shape [1, 2, 2, 1], got [1, 3, 3, 1]`,
    );
  });
}

test('law: conv2dIm2col gives conv2d’s numbers to the last bit, and its gradients but for rounding', () => {
  law(fc.tuple(convolutions, fc.nat(1000)), ([{ images, kernel, options }, seed]) => {
    const expected = conv2d(images, kernel, options);
    assertSame(conv2dIm2col(images, kernel, options), expected.shape, expected.data);
    const upstream = randomArray(expected.shape, seed);
    const plain = conv2dGradient(upstream, images, kernel, options);
    const fast = conv2dIm2colGradient(upstream, images, kernel, options);
    // Their products are added up in another order.
    assertClose(fast.kernel.data, plain.kernel.data);
    assertClose(fast.images.data, plain.images.data);
  });
});
