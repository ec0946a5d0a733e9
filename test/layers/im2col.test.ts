import { test } from 'node:test';
import { im2col, im2colGradient } from '../../lib/layers/im2col';
import type { WindowOptions } from '../../lib/layers/slidingWindow';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { convolutions, law } from './arbitraries';
import { dot, mapped, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

const image = ndarray([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]);

test('each position’s patch is one row, read row by row', () => {
  assertSame(im2col(image, 2), [4, 4], [1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9]);
});

test('padding gives zeros, dilation reaches over pixels, the two axes on their own', () => {
  const options: WindowOptions = { padding: 'same', strides: 2, dilations: [1, 2] };
  assertSame(
    im2col(image, 2, options),
    [4, 4],
    [...[0, 2, 0, 5], ...[2, 0, 5, 0], ...[0, 8, 0, 0], ...[8, 0, 0, 0]],
  );
});

test('channels of a pixel stay together, images follow each other', () => {
  const images = ndarray([2, 1, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
  assertSame(im2col(images, [1, 2]), [2, 4], [1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a window of one pixel changes only the shape, no image gives no row', () => {
  assertSame(im2col(image, 1), [9, 1], image.data);
  assertSame(im2col(ndarray([0, 3, 3, 1]), 2), [0, 4], []);
});

test('the way back adds up what overlaps', () => {
  const ones = mapped(im2col(image, 2), () => 1);
  assertSame(im2colGradient(ones, image, 2), [1, 3, 3, 1], [1, 2, 1, 2, 4, 2, 1, 2, 1]);
});

test('law: im2colGradient is the transpose of im2col', () => {
  law(convolutions, ({ images, kernel, options }) => {
    const size = [kernel.shape[0]!, kernel.shape[1]!] as const;
    const columns = im2col(images, size, options);
    const upstream = randomArray(columns.shape, 7);
    assertClose(
      [dot(im2colGradient(upstream, images, size, options), images)],
      [dot(upstream, columns)],
      1e-11,
    );
  });
});

test('the gradient agrees with finite differences', () => {
  const images = randomArray([2, 4, 3, 2], 1);
  const options: WindowOptions = { padding: 'same', strides: [1, 2], dilations: [2, 1] };
  assertLayerGradient(
    x => im2col(x, [2, 3], options),
    upstream => im2colGradient(upstream, images, [2, 3], options),
    images,
  );
});

test('what does not fit is refused, by the function that was called', () => {
  const flat: NdArray = ndarray([3, 3]);
  assertRefuses(() => im2col(flat, 2), 'im2col: images must be [batch, height, width, channels], got [3, 3]');
  assertRefuses(() => im2col(image, 0), 'im2col: kernelSize must be an integer ≥ 1, got 0');
  assertRefuses(
    () => im2col(image, [1, 4]),
    'im2col: the window must fit into the image, got a window of width 4 on an image of width 3',
  );
  assertRefuses(
    () => im2colGradient(ndarray([4, 4]), flat, 2),
    'im2colGradient: images must be [batch, height, width, channels], got [3, 3]',
  );
  assertRefuses(
    () => im2colGradient(ndarray([4, 4]), image, 2.5),
    'im2colGradient: kernelSize must be an integer ≥ 1, got 2.5',
  );
  assertRefuses(
    () => im2colGradient(ndarray([4, 3]), image, 2),
    'im2colGradient: upstream must have shape [4, 4], got [4, 3]',
  );
});
