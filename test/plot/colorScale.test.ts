import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { barMargin, type ColorOptions, chooseScale, colorBar, extent } from '../../lib/plot/colorScale';

const choose = (values: number[], options: Partial<ColorOptions> = {}) =>
  chooseScale('caller', values, { valueTitle: 'weight', ...options }, 'sequential');
const ends = (values: number[], options: Partial<ColorOptions> = {}) => {
  const { name, zmin, zmax } = choose(values, options);
  return [name, zmin, zmax];
};

test('the scale runs from the smallest to the largest value, or around zero when there are negative ones', () => {
  assert.deepEqual(ends([3, 1, 2]), ['sequential', 1, 3]);
  assert.deepEqual(ends([-1, 3]), ['diverging', -3, 3]);
  assert.deepEqual(ends([-5, 3]), ['diverging', -5, 5]);
  assert.deepEqual(ends([1, 3], { scale: 'ink', range: [0, 255] }), ['ink', 0, 255]);
  assert.deepEqual(ends([1, 3], { scale: 'diverging' }), ['diverging', -3, 3]);
  assert.deepEqual(ends([-1, 3], { scale: 'sequential' }), ['sequential', -1, 3]);
});

test('equal values, no values and values that are not finite still have a scale that goes upwards', () => {
  assert.deepEqual(ends([7, 7]), ['sequential', 7, 8]);
  assert.deepEqual(ends([]), ['sequential', 0, 1]);
  assert.deepEqual(ends([0], { scale: 'diverging' }), ['diverging', -1, 1]);
  assert.deepEqual(ends([Number.NaN, 2, Number.NEGATIVE_INFINITY, 4]), ['sequential', 2, 4]);
});

test('a diverging scale is pale in the middle and as dark below zero as above', () => {
  const { colorscale } = choose([-1, 1]);
  const brightness = colorscale.map(([, color]) =>
    [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(color.slice(at, at + 2), 16), 0),
  );
  assert.deepEqual(
    colorscale.map(([position]) => position),
    [0, 0.25, 0.5, 0.75, 1],
  );
  assert.ok(brightness[2]! > 700, 'pale');
  assert.ok(brightness[0]! < brightness[1]! && brightness[1]! < brightness[2]!);
  assert.ok(brightness[4]! < brightness[3]! && brightness[3]! < brightness[2]!);
});

test('every value lies within its scale', () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 9 });
  fc.assert(
    fc.property(values, list => {
      const { zmin, zmax } = choose(list);
      assert.ok(zmin < zmax);
      for (const value of list) assert.ok(value >= zmin && value <= zmax);
      assert.deepEqual(extent(list), list.length === 0 ? [0, 0] : [Math.min(...list), Math.max(...list)]);
    }),
    { seed: 1 },
  );
});

test('a bar says what it measures, and a longer title gets more room', () => {
  assert.deepEqual((colorBar('a < b', 'v') as { title: object }).title, { text: 'a &lt; b', side: 'top' });
  assert.deepEqual((colorBar('loss', 'h') as { title: object }).title, { text: 'loss', side: 'bottom' });
  assert.ok(barMargin('mean ink (0–255)') > barMargin('loss') + 40);
});

test('a range that does not go upwards is refused', () => {
  for (const range of [
    [1, 1],
    [2, 1],
    [Number.NaN, 1],
  ] as const) {
    assert.throws(() => choose([0], { range }), {
      name: 'RangeError',
      message: `caller: range must go from low to high, got [${range.join(', ')}]`,
    });
  }
});
