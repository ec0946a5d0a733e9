import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { centreDigit } from '../../../lib/data/photo/centreDigit';
import { readDigits } from '../../../lib/data/readDigits';

/** The box of all pixels above 0 in a 28 × 28 image, and the centre of its mass in pixel indices. */
function measure(image: Uint8Array): { rows: number; columns: number; down: number; across: number } {
  const inked = [...image.keys()].filter(index => image[index]! > 0);
  const extent = (places: number[]): number => Math.max(...places) - Math.min(...places) + 1;
  const mass = image.reduce((sum, value) => sum + value, 0);
  const mean = (placeOf: (index: number) => number): number =>
    inked.reduce((sum, index) => sum + placeOf(index) * image[index]!, 0) / mass;
  const row = (index: number): number => Math.floor(index / 28);
  const column = (index: number): number => index % 28;
  return {
    rows: extent(inked.map(row)),
    columns: extent(inked.map(column)),
    down: mean(row),
    across: mean(column),
  };
}

/** A cross of strokes in an empty picture. */
function cross(
  size: { height: number; width: number },
  at: { top: number; left: number },
  arm: number,
  stroke: number,
) {
  const pixels = new Uint8Array(size.height * size.width);
  for (let y = 0; y < arm; y++) {
    for (let x = 0; x < arm; x++) {
      const middle = (place: number): boolean => Math.abs(place - (arm - 1) / 2) < stroke / 2;
      if (middle(y) || middle(x)) pixels[(at.top + y) * size.width + at.left + x] = 200;
    }
  }
  return pixels;
}

test("MNIST's own digits pass through: most to the last bit, the rest nearly", async () => {
  const { images, count } = await readDigits('data/sample.csv');
  let same = 0;
  let difference = 0;
  for (let row = 0; row < count; row++) {
    const digit = images.subarray(row * 784, (row + 1) * 784);
    const centred = centreDigit(digit, 28, 28);
    const apart = centred.reduce((sum, value, index) => sum + Math.abs(value - digit[index]!), 0) / 784;
    if (apart === 0) same++;
    difference += apart / count;
  }
  assert.ok(same >= 0.85 * count, `${same} of ${count}`);
  assert.ok(difference < 0.05, `${difference} of 255`);
});

test('wherever a shape is and however large, it comes out 20 pixels large with its mass in the middle', () => {
  const size = { height: 200, width: 150 };
  const drawing = fc.record({
    arm: fc.integer({ min: 15, max: 100 }),
    top: fc.integer({ min: 0, max: 99 }),
    left: fc.integer({ min: 0, max: 49 }),
  });
  fc.assert(
    fc.property(drawing, ({ arm, top, left }) => {
      const centred = measure(centreDigit(cross(size, { top, left }, arm, arm / 6), 200, 150));
      assert.deepEqual([centred.rows, centred.columns], [20, 20]);
      assert.ok(Math.abs(centred.down - 14) <= 0.5, `${centred.down}`);
      assert.ok(Math.abs(centred.across - 14) <= 0.5, `${centred.across}`);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('proportions stay: a bar four times as high as wide is 20 × 5', () => {
  const pixels = new Uint8Array(100 * 60);
  for (let y = 10; y < 90; y++) pixels.fill(255, y * 60 + 30, y * 60 + 50);
  const image = centreDigit(pixels, 100, 60);
  assert.deepEqual([measure(image).rows, measure(image).columns], [20, 5]);
  assert.ok([...image].every(value => value === 0 || value === 255));
});

test('it is the mass that is centred, not the box', () => {
  const pixels = new Uint8Array(400);
  pixels.fill(255, 0, 40); // A bar across the top, a stroke down.
  for (let y = 2; y < 20; y++) pixels.fill(255, y * 20 + 9, y * 20 + 12);
  const { down } = measure(centreDigit(pixels, 20, 20));
  assert.ok(Math.abs(down - 14) <= 0.5, `${down}`);
});

test('a digit whose mass lies far off stays inside the image', () => {
  const pixels = new Uint8Array(400);
  pixels.fill(255, 0, 40);
  pixels[399] = 1;
  const { rows, columns } = measure(centreDigit(pixels, 20, 20));
  assert.deepEqual([rows, columns], [20, 20]);
});

test('a single pixel becomes the full box, the faintest ink full ink', () => {
  const image = centreDigit(Uint8Array.of(0, 0, 3, 0), 2, 2);
  assert.deepEqual([measure(image).rows, measure(image).columns], [20, 20]);
  assert.equal(Math.max(...image), 255);
});

const refusals: [string, () => unknown, string][] = [
  ['no ink', () => centreDigit(new Uint8Array(6), 2, 3), 'pixels must have ink (numbers above 0), got none'],
  ['another length', () => centreDigit(new Uint8Array(5), 2, 3), 'pixels must have length 6, got 5'],
  ['no height', () => centreDigit(new Uint8Array(0), 0, 3), 'height must be an integer ≥ 1, got 0'],
  ['half a width', () => centreDigit(new Uint8Array(3), 2, 1.5), 'width must be an integer ≥ 1, got 1.5'],
];
for (const [title, act, message] of refusals) {
  test(`${title} is refused`, () => assert.throws(act, new RangeError(`centreDigit: ${message}`)));
}
