/** How numbers follow from the batch size: found where it is so, and nowhere else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formula } from '../../../lib/tensorflow/trace/formula';

const SIZES = [3, 5] as const;

test('sizes of shapes: fixed, or a whole multiple of the batch', () => {
  const of = (first: number, second: number) => formula([first, second], SIZES, { whole: true });
  assert.deepEqual(of(784, 784), { kind: 'fixed', value: 784 });
  assert.deepEqual(of(3, 5), { kind: 'times', factor: 1 });
  assert.deepEqual(of(12, 20), { kind: 'times', factor: 4 });
  assert.equal(of(2, 4), undefined); // batch − 1
  assert.equal(of(9, 25), undefined); // batch²
  assert.deepEqual(of(0, 0), { kind: 'fixed', value: 0 });
});

test('numbers with decimals: parts of the batch and shares of it too', () => {
  const of = (first: number, second: number) => formula([first, second], SIZES, { whole: false });
  assert.deepEqual(of(Math.fround(1.5), Math.fround(2.5)), { kind: 'times', factor: 0.5 });
  const share = of(Math.fround(1 / 3), Math.fround(1 / 5));
  assert.ok(share?.kind === 'over' && Math.abs(share.numerator - 1) < 1e-6);
  assert.equal(of(0.1, 0.7), undefined);
  assert.equal(of(0, 1), undefined);
  assert.equal(of(1, 0), undefined);
  assert.deepEqual(of(Number.NaN, Number.NaN), { kind: 'fixed', value: Number.NaN });
  assert.equal(of(Number.NaN, 1), undefined);
});

test('whatever is a multiple or a share of the batch in float32 is found', () => {
  const factors = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(factors, fc.boolean(), (factor, over) => {
      const values = SIZES.map(size => Math.fround(over ? factor / size : factor * size));
      const found = formula([values[0]!, values[1]!], SIZES, { whole: false });
      assert.equal(found?.kind, over ? 'over' : 'times');
    }),
    { seed: 1 },
  );
});
