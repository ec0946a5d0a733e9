import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GrayImage, shrink, upright } from '../../../lib/data/photo/grayImage';

/** Rows of numbers as a picture, and back. */
const picture = (rows: number[][]): GrayImage => ({
  pixels: Float32Array.from(rows.flat()),
  height: rows.length,
  width: rows[0]!.length,
});
const rowsOf = ({ pixels, height, width }: GrayImage): number[][] =>
  Array.from({ length: height }, (_, row) => [...pixels.subarray(row * width, (row + 1) * width)]);

/** One picture in the eight ways in which a camera may store it. */
const stored: Record<number, number[][]> = {
  1: [
    [1, 2, 3],
    [4, 5, 6],
  ],
  2: [
    [3, 2, 1],
    [6, 5, 4],
  ],
  3: [
    [6, 5, 4],
    [3, 2, 1],
  ],
  4: [
    [4, 5, 6],
    [1, 2, 3],
  ],
  5: [
    [1, 4],
    [2, 5],
    [3, 6],
  ],
  6: [
    [3, 6],
    [2, 5],
    [1, 4],
  ],
  7: [
    [6, 3],
    [5, 2],
    [4, 1],
  ],
  8: [
    [4, 1],
    [5, 2],
    [6, 3],
  ],
};
for (const [orientation, rows] of Object.entries(stored)) {
  test(`a picture stored in EXIF's orientation ${orientation} is turned upright`, () => {
    assert.deepEqual(rowsOf(upright(picture(rows), Number(orientation))), stored[1]);
  });
}

test('shrinking takes means, at the edges of what is left', () => {
  const image = picture([
    [0, 4, 10],
    [8, 0, 20],
    [6, 2, 5],
  ]);
  assert.deepEqual(rowsOf(shrink(image, 2)), [
    [3, 15],
    [4, 5],
  ]);
  assert.equal(shrink(image, 3), image);
});
