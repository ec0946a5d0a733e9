import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { standardize } from '../../lib/data/standardize';
import type { Digits } from '../../lib/types/digits';

/** One row of pixels for each digit. */
function digitsOf(rows: readonly (readonly number[])[]): Digits {
  const width = rows[0]?.length ?? 1;
  const images = Uint8Array.from(rows.flat());
  return { images, labels: new Uint8Array(rows.length), count: rows.length, height: 1, width, classes: 10 };
}

test('half black, half white has mean 1/2 and standard deviation 1/2', () => {
  const { mean, standardDeviation, apply } = standardize(
    digitsOf([
      [0, 255],
      [255, 0],
    ]),
  );
  assert.deepEqual([mean, standardDeviation], [0.5, 0.5]);
  assert.deepEqual(apply(digitsOf([[0, 255]])), { shape: [1, 1, 2, 1], data: Float64Array.of(-1, 1) });
});

test('digits held out are seen with the training digits’ numbers', () => {
  const { apply } = standardize(digitsOf([[0, 255]]));
  assert.deepEqual(apply(digitsOf([[255, 255]])).data, Float64Array.of(1, 1));
});

test('the training digits themselves get mean 0 and standard deviation 1', () => {
  const pixels = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(pixels, values => {
      fc.pre(new Set(values).size > 1);
      const train = digitsOf([values]);
      const { data } = standardize(train).apply(train);
      const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
      const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
      assert.ok(Math.abs(mean) < 1e-9 && Math.abs(variance - 1) < 1e-9, `mean ${mean}, variance ${variance}`);
    }),
    { seed: 1 },
  );
});

for (const [found, rows] of [
  ['no digits', []],
  ['every pixel 7', [[7, 7]]],
] as const) {
  test(`${found} cannot be standardized`, () =>
    assert.throws(() => standardize(digitsOf(rows)), {
      name: 'InputError',
      message: `standardize: train must have pixels that differ, got ${found}`,
    }));
}
