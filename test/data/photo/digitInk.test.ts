import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitInk } from '../../../lib/data/photo/digitInk';
import type { GrayImage } from '../../../lib/data/photo/grayImage';
import { inkThreshold } from '../../../lib/data/photo/inkThreshold';
import { keepStrokes } from '../../../lib/data/photo/keepStrokes';
import { createRandom } from '../../../lib/random/random';

const SIZE = 60;

/** A picture whose shade at row, column is `shade`. */
function picture(shade: (row: number, column: number) => number): GrayImage {
  const pixels = Float32Array.from({ length: SIZE * SIZE }, (_, index) =>
    shade(Math.floor(index / SIZE), index % SIZE),
  );
  return { pixels, height: SIZE, width: SIZE };
}

/** A stroke five pixels wide. */
const onStroke = (row: number, column: number): boolean =>
  row >= 10 && row < 50 && column >= 28 && column < 33;

/** The inked pixels must be exactly the stroke's. */
function assertStroke(image: GrayImage): void {
  const { pixels } = digitInk(image)!;
  for (const [index, value] of pixels.entries()) {
    const expected = onStroke(Math.floor(index / SIZE), index % SIZE);
    assert.equal(value > 127, expected, `pixel ${index}: ${value}`);
  }
}

test('dark ink on bright paper and bright ink on dark paper are the same ink', () => {
  const dark = picture((row, column) => (onStroke(row, column) ? 20 : 220));
  const bright = picture((row, column) => (onStroke(row, column) ? 220 : 20));
  assertStroke(dark);
  assert.deepEqual(digitInk(bright), digitInk(dark));
  assert.deepEqual(new Set(digitInk(dark)!.pixels), new Set([0, 255]));
});

test('light that falls from one side is taken out, though ink in the light is as bright as paper in the shade', () => {
  assertStroke(picture((row, column) => (90 + 2.5 * row) * (onStroke(row, column) ? 0.45 : 1)));
});

test('the hard edge of a shadow is not taken for ink', () => {
  assertStroke(picture((row, column) => (row < 30 ? 220 : 150) * (onStroke(row, column) ? 0.3 : 1)));
});

test('where the light falls off to less than a half, ink and paper are still told apart, however thin the stroke', () => {
  const thin = (row: number, column: number): boolean => row >= 10 && row < 50 && column === 6;
  const light = (column: number): number => 230 - 2.5 * column;
  const dark = digitInk(picture((row, column) => light(column) * (thin(row, column) ? 0.5 : 1)))!;
  const bright = digitInk(picture((row, column) => 255 - light(column) * (thin(row, column) ? 0.5 : 1)))!;
  for (const { pixels } of [dark, bright]) {
    for (const [index, value] of pixels.entries()) {
      assert.equal(value > 127, thin(Math.floor(index / SIZE), index % SIZE), `pixel ${index}: ${value}`);
    }
  }
});

test('dark ink on paper in dim light is dark ink', () => {
  assertStroke(picture((row, column) => (onStroke(row, column) ? 15 : 100)));
});

test('the grain of paper is not taken for ink', () => {
  const random = createRandom(1);
  const { pixels } = digitInk(
    picture((row, column) => (onStroke(row, column) ? 60 : 200) + 4 * random.normal()),
  )!;
  for (const [index, value] of pixels.entries()) {
    if (onStroke(Math.floor(index / SIZE), index % SIZE)) assert.ok(value > 200, `pixel ${index}: ${value}`);
    else assert.equal(value, 0, `pixel ${index}`);
  }
});

test('a speck far from the digit is left out', () => {
  const image = picture((row, column) => (onStroke(row, column) || (row < 3 && column < 3) ? 30 : 210));
  assertStroke(image);
});

test('an even picture, and one of grain alone, have no ink', () => {
  const random = createRandom(2);
  assert.equal(digitInk(picture(() => 180)), undefined);
  assert.equal(digitInk(picture(() => 180 + 3 * random.normal())), undefined);
  assert.equal(digitInk(picture(row => 100 + row)), undefined);
});

test('patches that touch at a corner are one; patches with a twentieth of the ink stay', () => {
  const pixels = new Uint8Array(5 * 30);
  pixels.fill(100, 0, 19); // 1900 of ink …
  pixels[19 + 30] = 100; // … and 100 more, joined at a corner: 2000.
  pixels[4 * 30] = 100; // Exactly a twentieth.
  pixels[4 * 30 + 10] = 99; // A little less.
  const kept = keepStrokes({ pixels, height: 5, width: 30 });
  assert.deepEqual([kept[18], kept[49], kept[120], kept[130]], [100, 100, 100, 0]);
  assert.equal(pixels[130], 99, 'the picture given is left as it was');
});

test("Otsu's threshold stands midway between two heaps, and is 0 where there is one", () => {
  assert.equal(inkThreshold([0, 0, 1, 200, 201]), 100);
  assert.equal(inkThreshold([10, 10, 10, 11, 250]), 130);
  assert.equal(inkThreshold([7, 7, 7]), 0);
  assert.equal(inkThreshold([0, 255]), 127);
});
