import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { resample } from '../../../lib/data/photo/resample';
import { assertClose } from '../../layers/assertions';

test('half the size weighs neighbours 1 : 3 : 3 : 1, and by what there is at an edge', () => {
  assertClose(resample(Float32Array.of(8, 16, 24, 32, 40, 64), 1, 6, 1, 3), [96 / 7, 28, 344 / 7], 1e-6);
});

test('twice the size interpolates', () => {
  assertClose(resample(Float32Array.of(0, 4), 2, 1, 4, 1), [0, 1, 3, 4]);
});

test('the same size gives the same picture', () => {
  const pixels = Float32Array.from({ length: 12 }, (_, index) => index * index);
  assert.deepEqual(resample(pixels, 3, 4, 3, 4), pixels);
});

test('an even picture stays even, and no pixel leaves the range of the old ones', () => {
  const size = fc.integer({ min: 1, max: 9 });
  const shades = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 81, maxLength: 81 });
  fc.assert(
    fc.property(size, size, size, size, shades, (height, width, newHeight, newWidth, values) => {
      const pixels = Float32Array.from(values.slice(0, height * width));
      const scaled = resample(pixels, height, width, newHeight, newWidth);
      assert.equal(scaled.length, newHeight * newWidth);
      assert.ok(Math.min(...scaled) >= Math.min(...pixels) - 1e-3);
      assert.ok(Math.max(...scaled) <= Math.max(...pixels) + 1e-3);
    }),
    { seed: 1 },
  );
});
