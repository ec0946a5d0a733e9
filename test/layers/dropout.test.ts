import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dropout, dropoutGradient } from '../../lib/layers/dropout';
import { createRandom } from '../../lib/random/random';
import { ndarray } from '../../lib/types/ndarray';
import { law } from './arbitraries';
import { mapped, randomArray } from './arrays';
import { assertLayerGradient, assertRefuses, assertSame } from './assertions';

const ones = mapped(ndarray([100, 100]), () => 1);

test('what stays grows by 1 / (1 − rate), the rest is 0, and the mask says which', () => {
  const inputs = mapped(ones, () => 3);
  const { outputs, mask } = dropout(inputs, 0.75, createRandom(1));
  assert.deepEqual(new Set(mask.data), new Set([0, 4]));
  assertSame(outputs, [100, 100], mapped(mask, value => 3 * value).data);
});

test('rate 0 drops nothing, and nothing drops to nothing', () => {
  assertSame(dropout(ndarray([2], [1000, -1000]), 0, createRandom(1)).outputs, [2], [1000, -1000]);
  assertSame(dropout(ndarray([0, 5]), 0.5, createRandom(1)).outputs, [0, 5], []);
});

test('the same state drops the same values, a later one others', () => {
  const random = createRandom(5);
  const first = dropout(ones, 0.5, random).mask.data;
  const second = dropout(ones, 0.5, random).mask.data;
  assert.deepEqual(dropout(ones, 0.5, createRandom(5)).mask.data, first);
  assert.notDeepEqual(second, first);
});

test('law: the share that is dropped is the rate, so the mean stays what it was', () => {
  const drawn = fc.record({ rate: fc.double({ min: 0, max: 0.9, noNaN: true }), seed: fc.nat(1000) });
  law(
    drawn,
    ({ rate, seed }) => {
      const { data } = dropout(ones, rate, createRandom(seed)).outputs;
      // Five standard deviations of a mean of 10 000 such draws.
      const margin = 5 * Math.sqrt(rate / (1 - rate) / data.length);
      const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
      assert.ok(Math.abs(mean - 1) <= margin + 1e-9, `${rate}: ${mean}`);
    },
    50,
  );
});

test('the gradient by hand: what was dropped gets none, the rest grows alike', () => {
  assertSame(dropoutGradient(ndarray([3], [5, 6, 7]), ndarray([3], [0, 2, 0])), [3], [0, 12, 0]);
});

test('the gradient agrees with finite differences', () => {
  const inputs = randomArray([3, 4], 1);
  const { mask } = dropout(inputs, 0.5, createRandom(2));
  assertLayerGradient(
    x => dropout(x, 0.5, createRandom(2)).outputs,
    upstream => dropoutGradient(upstream, mask),
    inputs,
  );
});

test('a rate outside [0, 1) and a mask of another shape are refused', () => {
  const refuse = (rate: number): void =>
    assertRefuses(
      () => dropout(ndarray([1]), rate, createRandom(1)),
      `dropout: rate must be in [0, 1), got ${rate}`,
    );
  refuse(1);
  refuse(-0.1);
  refuse(Number.NaN);
  assertRefuses(
    () => dropoutGradient(ndarray([2]), ndarray([3])),
    'dropoutGradient: upstream must have shape [3], got [2]',
  );
});
