import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contour } from '../../lib/plot/interactives/contours';

test('a line crosses each side where a straight slope has its height', () => {
  assert.deepEqual(
    contour(
      [
        [0, 2],
        [0, 2],
      ],
      1,
    ),
    [[0.5, 0, 0.5, 1]],
  );
  assert.deepEqual(
    contour(
      [
        [0, 4],
        [4, 4],
      ],
      1,
    ),
    [[0.25, 0, 0, 0.25]],
  );
});

test('on a saddle the mean says which corners lie together', () => {
  const saddle = (mean: number) => [
    [0, 2 + mean],
    [2 + mean, 0],
  ];
  // Low middle: the low corners are joined, so each high corner is cut off by a line of its own.
  assert.deepEqual(contour(saddle(-0.5), 1), [
    [2 / 3, 0, 1, 1 / 3],
    [1 / 3, 1, 0, 2 / 3],
  ]);
  assert.deepEqual(contour(saddle(0.5), 1), [
    [0.4, 0, 0, 0.4],
    [1, 0.6, 0.6, 1],
  ]);
});

test('a plain has no lines, nor has a grid of one row', () => {
  const plain = [
    [3, 3],
    [3, 3],
  ];
  assert.deepEqual(contour(plain, 3), []);
  assert.deepEqual(contour(plain, 2), []);
  assert.deepEqual(contour([[1, 2, 3]], 2), []);
});

test('every end of every piece has the height, and every piece goes on or ends at the border', () => {
  const heights = fc.array(
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 }),
    {
      minLength: 4,
      maxLength: 4,
    },
  );
  const law = fc.property(heights, rows => {
    const ends = contour(rows, 0.1).flatMap(([x1, y1, x2, y2]) => [[x1, y1] as const, [x2, y2] as const]);
    for (const [x, y] of ends) {
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, bottom] = [Math.ceil(x), Math.ceil(y)];
      const [a, b] = [rows[top]![left]!, rows[bottom]![right]!];
      assert.ok(x === left || y === top, 'an end lies on a side');
      assert.ok(Math.abs(a + (b - a) * (x - left + y - top) - 0.1) < 1e-6, `${a} to ${b} at ${x}, ${y}`);
      const isBorder = x === 0 || y === 0 || x === 4 || y === 3;
      const same = ends.filter(([u, v]) => Math.hypot(u - x, v - y) < 1e-12).length;
      const isCorner = x === right && y === bottom;
      if (!isBorder && !isCorner) assert.equal(same, 2);
    }
  });
  fc.assert(law, { seed: 5 });
});
