import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Padding, slidingWindow, type WindowOptions } from '../../lib/layers/slidingWindow';
import { law } from './arbitraries';
import { assertRefuses } from './assertions';

const [height, width] = [5, 6] as const;
const on = (window: readonly [number, number], options: WindowOptions) =>
  slidingWindow('f', [height, width], window, options).map(({ before, after, output }) => ({
    before,
    after,
    output,
  }));

test('a valid 3 × 3 window stands on 3 × 4 positions of a 5 × 6 image', () => {
  assert.deepEqual(on([3, 3], {}), [
    { before: 0, after: 0, output: 3 },
    { before: 0, after: 0, output: 4 },
  ]);
});

test('same with stride 1 keeps the size; an even window has the odd zero below and right', () => {
  assert.deepEqual(on([3, 2], { padding: 'same' }), [
    { before: 1, after: 1, output: 5 },
    { before: 0, after: 1, output: 6 },
  ]);
});

test('same with stride 2 pads only as much as the last position needs', () => {
  assert.deepEqual(on([3, 3], { padding: 'same', strides: 2 }), [
    { before: 1, after: 1, output: 3 },
    { before: 0, after: 1, output: 3 },
  ]);
});

test('strides and dilations have an axis each: vertical first', () => {
  assert.deepEqual(on([2, 2], { strides: [3, 1], dilations: [1, 4] }), [
    { before: 0, after: 0, output: 2 },
    { before: 0, after: 0, output: 2 },
  ]);
});

test('same with a window larger than the image, and a stride beyond it, still has a position', () => {
  assert.deepEqual(on([9, 9], { padding: 'same', strides: 7 }), [
    { before: 2, after: 2, output: 1 },
    { before: 1, after: 2, output: 1 },
  ]);
});

test('same with a stride wider than the window leaves pixels out and pads nothing', () => {
  assert.deepEqual(on([1, 2], { padding: 'same', strides: [3, 4] }), [
    { before: 0, after: 0, output: 2 },
    { before: 0, after: 0, output: 2 },
  ]);
});

const axis = fc.record({
  input: fc.integer({ min: 1, max: 20 }),
  window: fc.integer({ min: 1, max: 6 }),
  strides: fc.integer({ min: 1, max: 5 }),
  dilations: fc.integer({ min: 1, max: 3 }),
});

test('law: a valid window never leaves the image, and one more position would', () => {
  law(
    axis.filter(({ input, window, dilations }) => (window - 1) * dilations < input),
    ({ input, window, strides, dilations }) => {
      const [{ output, before }] = slidingWindow('f', [input, input], [window, window], {
        strides,
        dilations,
      });
      const last = (position: number): number => position * strides + (window - 1) * dilations;
      assert.equal(before, 0);
      assert.ok(last(output - 1) < input && last(output) >= input);
    },
  );
});

test('law: a padded window covers the image, and before and after differ by at most one zero', () => {
  law(axis, ({ input, window, strides, dilations }) => {
    const options = { strides, dilations, padding: 'same' as const };
    const [{ output, before }] = slidingWindow('f', [input, input], [window, window], options);
    assert.equal(output, Math.ceil(input / strides));
    assert.ok(before >= 0);
    const after = (output - 1) * strides + (window - 1) * dilations - before - (input - 1);
    if (before > 0 || after > 0)
      assert.ok(after - before === 0 || after - before === 1, `${before} ${after}`);
  });
});

test('a window that does not fit is refused by its axis', () => {
  assertRefuses(
    () => on([6, 1], {}),
    'f: the window must fit into the image, got a window of height 6 on an image of height 5',
  );
  assertRefuses(
    () => on([1, 3], { dilations: [1, 3] }),
    'f: the window must fit into the image, got a window of width 7 on an image of width 6',
  );
});

test('options out of range are refused', () => {
  assertRefuses(() => on([1, 1], { strides: 0 }), 'f: strides must be an integer ≥ 1, got 0');
  assertRefuses(() => on([1, 1], { strides: [1, 1.5] }), 'f: strides must be an integer ≥ 1, got 1.5');
  assertRefuses(() => on([1, 1], { dilations: [0, 1] }), 'f: dilations must be an integer ≥ 1, got 0');
  assertRefuses(
    () => on([1, 1], { padding: 'full' as Padding }),
    "f: padding must be 'same' or 'valid', got 'full'",
  );
});
