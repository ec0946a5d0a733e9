import assert from 'node:assert/strict';
import { test } from 'node:test';
import { averagePool2d, averagePool2dGradient } from '../../lib/layers/averagePool2d';
import { maxPool2d, maxPool2dGradient } from '../../lib/layers/maxPool2d';
import type { PoolOptions } from '../../lib/layers/pooling';
import { ndarray } from '../../lib/types/ndarray';
import { law, poolings } from './arbitraries';
import { combined, dot, mapped, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

const image = ndarray([1, 3, 4, 1], [1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3, -4]);

test('a 2 × 2 window with stride 2 is the default; what it does not reach is left out', () => {
  assertSame(maxPool2d(image), [1, 1, 2, 1], [6, 8]);
  assertSame(averagePool2d(image), [1, 1, 2, 1], [3.5, 5.5]);
});

test('padding never wins and never counts', () => {
  assertSame(maxPool2d(image, { padding: 'same' }), [1, 2, 2, 1], [6, 8, -1, -3]);
  assertSame(averagePool2d(image, { padding: 'same' }), [1, 2, 2, 1], [3.5, 5.5, -1.5, -3.5]);
});

test('a padded 3 × 3 window with stride 1 is centred on each pixel', () => {
  const small = ndarray([1, 2, 3, 1], [1, 2, 3, 6, 5, 4]);
  const options: PoolOptions = { poolSize: 3, strides: 1, padding: 'same' };
  assertSame(maxPool2d(small, options), [1, 2, 3, 1], [6, 6, 5, 6, 6, 5]);
  assertSame(averagePool2d(small, options), [1, 2, 3, 1], [3.5, 3.5, 3.5, 3.5, 3.5, 3.5]);
  const row = ndarray([1, 1, 3, 1], [1, 2, 6]);
  assertSame(averagePool2d(row, options), [1, 1, 3, 1], [1.5, 3, 4]);
  const column = ndarray([1, 3, 1, 1], [1, 2, 6]);
  assertSame(averagePool2d(column, options), [1, 3, 1, 1], [1.5, 3, 4]);
});

test('the stride follows the pool size unless it is given, the two axes on their own', () => {
  const options: PoolOptions = { poolSize: [3, 1] };
  assertSame(maxPool2d(image, options), [1, 1, 4, 1], [5, 6, 7, 8]);
  assertSame(maxPool2d(image, { ...options, strides: [1, 3] }), [1, 1, 2, 1], [5, 8]);
  assertSame(
    averagePool2d(image, { poolSize: [1, 2], strides: 1 }),
    [1, 3, 3, 1],
    [...[1.5, 2.5, 3.5, 5.5, 6.5, 7.5, -1.5, -2.5, -3.5]],
  );
});

test('each channel is pooled on its own', () => {
  const twoChannels = ndarray([1, 2, 1, 2], [1, 40, 3, 20]);
  assertSame(maxPool2d(twoChannels, { poolSize: [2, 1] }), [1, 1, 1, 2], [3, 40]);
  assertSame(averagePool2d(twoChannels, { poolSize: [2, 1] }), [1, 1, 1, 2], [2, 30]);
});

test('±1000 and single pixels are no special case, no image gives no image', () => {
  const extreme = ndarray([1, 1, 2, 1], [1000, -1000]);
  assertSame(maxPool2d(extreme, { poolSize: [1, 2] }), [1, 1, 1, 1], [1000]);
  assertSame(averagePool2d(extreme, { poolSize: [1, 2] }), [1, 1, 1, 1], [0]);
  assertSame(maxPool2d(extreme, { poolSize: 1 }), [1, 1, 2, 1], [1000, -1000]);
  assertSame(maxPool2d(ndarray([0, 4, 4, 1])), [0, 2, 2, 1], []);
  assertSame(averagePool2d(ndarray([0, 4, 4, 1])), [0, 2, 2, 1], []);
});

test('a window larger than the image sees all of it when padded', () => {
  assertSame(maxPool2d(image, { poolSize: 9, padding: 'same' }), [1, 1, 1, 1], [8]);
  assertClose(averagePool2d(image, { poolSize: 9, padding: 'same' }).data, [26 / 12]);
});

test('the maximum’s gradient goes to the winner, of equal ones to the first in reading order', () => {
  const ties = ndarray([1, 2, 2, 1], [1, 7, 7, 7]);
  assertSame(maxPool2dGradient(ndarray([1, 1, 1, 1], [5]), ties), [1, 2, 2, 1], [0, 5, 0, 0]);
});

test('a pixel that wins under two windows gets both gradients', () => {
  const row = ndarray([1, 1, 3, 1], [1, 9, 2]);
  const options: PoolOptions = { poolSize: [1, 2], strides: 1 };
  assertSame(maxPool2dGradient(ndarray([1, 1, 2, 1], [3, 4]), row, options), [1, 1, 3, 1], [0, 7, 0]);
});

test('the mean’s gradient is shared out, in larger parts where fewer pixels count', () => {
  const row = ndarray([1, 1, 3, 1]);
  const options: PoolOptions = { poolSize: [1, 2], padding: 'same' };
  assertSame(averagePool2dGradient(ndarray([1, 1, 2, 1], [8, 3]), row, options), [1, 1, 3, 1], [4, 4, 3]);
});

test('law: the mean is never above the maximum, and −max(−x) never above the mean', () => {
  law(poolings, ({ images, options }) => {
    const largest = maxPool2d(images, options).data;
    const smallest = maxPool2d(
      mapped(images, value => -value),
      options,
    ).data.map(value => -value);
    averagePool2d(images, options).data.forEach((mean, index) => {
      assert.ok(mean <= largest[index]! + 1e-12 && mean >= smallest[index]! - 1e-12);
    });
  });
});

test('law: the maximum commutes with anything that keeps the order', () => {
  law(poolings, ({ images, options }) => {
    const expected = mapped(maxPool2d(images, options), Math.exp);
    assertSame(maxPool2d(mapped(images, Math.exp), options), expected.shape, expected.data);
  });
});

test('law: a constant image stays constant', () => {
  law(poolings, ({ images, options }) => {
    const sevens = mapped(images, () => 7);
    const { shape, data } = mapped(maxPool2d(images, options), () => 7);
    assertSame(maxPool2d(sevens, options), shape, data);
    assertSame(averagePool2d(sevens, options), shape, data);
  });
});

test('law: averaging is linear, and its gradient is its transpose', () => {
  law(poolings, ({ images, options }) => {
    const others = randomArray(images.shape, 5);
    const output = averagePool2d(images, options);
    const sum = combined(output, 3, averagePool2d(others, options));
    assertClose(averagePool2d(combined(images, 3, others), options).data, sum.data);
    const upstream = randomArray(output.shape, 6);
    assertClose(
      [dot(averagePool2dGradient(upstream, images, options), images)],
      [dot(upstream, output)],
      1e-11,
    );
  });
});

test('law: no gradient is lost on the way back', () => {
  law(poolings, ({ images, options }) => {
    const upstream = randomArray(maxPool2d(images, options).shape, 6);
    const sum = (array: { data: Float64Array }): number =>
      array.data.reduce((total, value) => total + value, 0);
    assertClose([sum(maxPool2dGradient(upstream, images, options))], [sum(upstream)], 1e-11);
    assertClose([sum(averagePool2dGradient(upstream, images, options))], [sum(upstream)], 1e-11);
  });
});

test('the gradients agree with finite differences, with overlaps, gaps and edges', () => {
  const images = randomArray([2, 5, 4, 2], 1);
  for (const options of [
    {},
    { poolSize: 3, strides: 1, padding: 'same' },
    { poolSize: [2, 3], strides: [3, 1] },
    { poolSize: 2, strides: 3, padding: 'same' },
  ] as const) {
    assertLayerGradient(
      x => maxPool2d(x, options),
      upstream => maxPool2dGradient(upstream, images, options),
      images,
    );
    assertLayerGradient(
      x => averagePool2d(x, options),
      upstream => averagePool2dGradient(upstream, images, options),
      images,
    );
  }
});

for (const [name, pool, gradient] of [
  ['maxPool2d', maxPool2d, maxPool2dGradient],
  ['averagePool2d', averagePool2d, averagePool2dGradient],
] as const) {
  test(`${name} refuses what does not fit, and so does its gradient`, () => {
    assertRefuses(
      () => pool(ndarray([2, 2])),
      `${name}: images must be [batch, height, width, channels], got [2, 2]`,
    );
    assertRefuses(
      () => pool(image, { poolSize: 4 }),
      `${name}: the window must fit into the image, got a window of height 4 on an image of height 3`,
    );
    assertRefuses(() => pool(image, { poolSize: [2, 0] }), `${name}: poolSize must be an integer ≥ 1, got 0`);
    assertRefuses(() => pool(image, { strides: -1 }), `${name}: strides must be an integer ≥ 1, got -1`);
    assertRefuses(
      () => gradient(ndarray([1, 1, 1, 1]), ndarray([2, 2])),
      `${name}Gradient: images must be [batch, height, width, channels], got [2, 2]`,
    );
    assertRefuses(
      () => gradient(ndarray([1, 1, 1, 1]), image),
      `${name}Gradient: upstream must have shape [1, 1, 2, 1], got [1, 1, 1, 1]`,
    );
  });
}
