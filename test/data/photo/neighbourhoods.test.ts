import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extremes, means } from '../../../lib/data/photo/neighbourhoods';

// 1 2 6
// 3 4 5
const image = { pixels: Float32Array.of(1, 2, 6, 3, 4, 5), height: 2, width: 3 };

test('each pixel takes the extreme of its square, and at the border of what there is of it', () => {
  assert.deepEqual([...extremes(image, 1, Math.max).pixels], [4, 6, 6, 4, 6, 6]);
  assert.deepEqual([...extremes(image, 1, Math.min).pixels], [1, 1, 2, 1, 1, 2]);
  assert.deepEqual(extremes(image, 0, Math.max), image);
  assert.deepEqual([...extremes(image, 99, Math.max).pixels], Array(6).fill(6));
});

test('each pixel takes the mean of its square', () => {
  assert.deepEqual([...means(image, 1)], [2.5, 3.5, 4.25, 2.5, 3.5, 4.25]);
  assert.deepEqual([...means(image, 99)], Array(6).fill(3.5));
  assert.deepEqual(means(image, 0), image.pixels);
});
