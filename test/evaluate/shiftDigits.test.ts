import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shiftDigits } from '../../lib/evaluate/shiftDigits';
import { makeDigits } from '../data/makeDigits';
import { law } from '../layers/arbitraries';
import { assertRefuses } from '../layers/assertions';
import { digitsOf } from './digitsOf';

const square = digitsOf([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3], 10);

test('nine pixels to the right and up, and to the left and down', () => {
  assert.deepEqual([...shiftDigits(square, 1, -1).images], [0, 4, 5, 0, 7, 8, 0, 0, 0]);
  assert.deepEqual([...shiftDigits(square, -2, 1).images], [0, 0, 0, 3, 0, 0, 6, 0, 0]);
  assert.deepEqual(shiftDigits(square, 0, 0), square);
});

test('a shift of the whole width or more leaves nothing', () => {
  for (const [right, down] of [
    [3, 0],
    [-3, 0],
    [0, 3],
    [0, -3],
    [100, -100],
  ] as const) {
    assert.deepEqual([...shiftDigits(square, right, down).images], new Array(9).fill(0));
  }
});

test('every pixel of every digit comes from its place, and nothing from a neighbour', () => {
  const digits = makeDigits(3, { height: 4, width: 5 });
  const shift = fc.integer({ min: -6, max: 6 });
  law(fc.tuple(shift, shift), ([right, down]) => {
    const moved = shiftDigits(digits, right, down);
    assert.deepEqual([moved.labels, moved.count], [digits.labels, 3]);
    for (const [at, pixel] of moved.images.entries()) {
      const [x, y, digit] = [(at % 5) - right, (Math.floor(at / 5) % 4) - down, Math.floor(at / 20)];
      const inside = x >= 0 && x < 5 && y >= 0 && y < 4;
      assert.equal(pixel, inside ? digits.images[digit * 20 + y * 5 + x] : 0);
    }
  });
});

test('half a pixel is refused', () => {
  assertRefuses(() => shiftDigits(square, 0.5, 0), 'shiftDigits: right must be an integer, got 0.5');
  assertRefuses(() => shiftDigits(square, 0, Number.NaN), 'shiftDigits: down must be an integer, got NaN');
});
