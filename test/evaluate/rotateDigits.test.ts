import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rotateDigits } from '../../lib/evaluate/rotateDigits';
import { makeDigits } from '../data/makeDigits';
import { law } from '../layers/arbitraries';
import { assertRefuses } from '../layers/assertions';
import { digitsOf } from './digitsOf';

const square = digitsOf([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3], 10);

test('nine pixels a quarter to the right, a quarter back, and upside down', () => {
  assert.deepEqual([...rotateDigits(square, 90).images], [7, 4, 1, 8, 5, 2, 9, 6, 3]);
  assert.deepEqual([...rotateDigits(square, -90).images], [3, 6, 9, 2, 5, 8, 1, 4, 7]);
  assert.deepEqual([...rotateDigits(square, 180).images], [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  assert.deepEqual(rotateDigits(square, 0), square);
  assert.deepEqual(rotateDigits(square, 3600), square);
});

test('an eighth: the middle stays, a corner is interpolated and partly lost, worked by hand', () => {
  // The upper middle pixel comes from (−√½, −√½): a share √½ of the corner along each axis.
  const share = Math.SQRT1_2;
  const upper = share * share * 100 + 2 * share * (1 - share) * 40 + (1 - share) ** 2 * 200;
  const { images } = rotateDigits(digitsOf([100, 40, 0, 40, 200, 0, 0, 0, 0], [3, 3], 10), 45);
  assert.deepEqual([images[4], images[1]], [200, Math.round(upper)]);
  // The corner itself comes from (−√2, 0): 0.414 of a pixel outside.
  assert.equal(images[0], Math.round((2 - Math.SQRT2) * 40));
});

test('a wide image keeps its size, and a half turn reverses each digit by itself', () => {
  const digits = makeDigits(3, { height: 4, width: 5 });
  const turned = rotateDigits(digits, 180);
  assert.deepEqual([turned.height, turned.width, turned.labels], [4, 5, digits.labels]);
  for (const [at, pixel] of turned.images.entries()) {
    assert.equal(pixel, digits.images[Math.floor(at / 20) * 20 + 19 - (at % 20)]);
  }
});

test('a whole turn more changes nothing, and four quarters none either', () => {
  const digits = makeDigits(2, { height: 5, width: 5 });
  law(fc.integer({ min: -360, max: 360 }), degrees => {
    assert.deepEqual(rotateDigits(digits, degrees + 360), rotateDigits(digits, degrees));
    const quarter = (turned: typeof digits) => rotateDigits(turned, 90);
    assert.deepEqual(quarter(quarter(quarter(quarter(digits)))), digits);
  });
});

test('no angle is refused', () => {
  for (const degrees of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assertRefuses(
      () => rotateDigits(square, degrees),
      `rotateDigits: degrees must be finite, got ${degrees}`,
    );
  }
});
