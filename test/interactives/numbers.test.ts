import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conv2d } from '../../lib/layers/conv2d';
import { slidingWindow } from '../../lib/layers/slidingWindow';
import { parseWeight } from '../../lib/plot/interactives/browser/convolution/parseWeight';
import {
  PRESETS,
  presetOf,
  presetWeights,
  resized,
} from '../../lib/plot/interactives/browser/convolution/presets';
import { productsAt } from '../../lib/plot/interactives/browser/convolution/products';
import { sizeLines } from '../../lib/plot/interactives/browser/window/sizeText';
import { equalsSign, numberText, shortText } from '../../lib/plot/interactives/numberText';
import { paddedPixels } from '../../lib/plot/interactives/windowCells';
import { ndarray } from '../../lib/types/ndarray';

const windows = fc.record({
  height: fc.integer({ min: 1, max: 9 }),
  width: fc.integer({ min: 1, max: 9 }),
  size: fc.constantFrom(3, 5),
  strides: fc.integer({ min: 1, max: 4 }),
  padding: fc.constantFrom('same' as const, 'valid' as const),
});
type Window = typeof windows extends fc.Arbitrary<infer Value> ? Value : never;
const fits = ({ height, width, size, padding }: Window) =>
  padding === 'same' || size <= Math.min(height, width);

test('the products of every place add up to the output of conv2d, to the last bit', () => {
  const law = fc.property(
    windows.filter(fits),
    fc.infiniteStream(fc.double({ min: -9, max: 9, noNaN: true })),
    (window, numbers) => {
      const { height, width, size, strides, padding } = window;
      const take = (count: number) => Array.from({ length: count }, () => numbers.next().value);
      const image = ndarray([1, height, width, 1], take(height * width));
      const kernel = ndarray([size, size, 1, 1], take(size * size));
      const axes = slidingWindow('test', [height, width], [size, size], { strides, padding });
      const output = conv2d(image, kernel, { strides, padding }).data;
      const sums = Array.from(output, (_, place) =>
        productsAt(image, kernel, axes, Math.floor(place / axes[1].output), place % axes[1].output).reduce(
          (sum, { product }) => sum + product,
          0,
        ),
      );
      assert.deepEqual(sums, Array.from(output));
    },
  );
  fc.assert(law, { seed: 6 });
});

test('the written formula gives the size of the output', () => {
  const law = fc.property(windows.filter(fits), ({ height, width, size, strides, padding }) => {
    const axes = slidingWindow('test', [height, width], [size, size], { strides, padding });
    const lines = sizeLines(axes);
    assert.equal(lines.length, height === width ? 1 : 2);
    lines.forEach((line, axis) => {
      const [, length, window, stride, output] = /: ⌊\((.+) − (\d)\) \/ (\d)⌋ \+ 1 = (\d+)/.exec(line)!;
      const padded = length!.split(' + ').reduce((sum, part) => sum + Number(part), 0);
      assert.equal(Math.floor((padded - Number(window)) / Number(stride)) + 1, Number(output));
      assert.equal(Number(output), axes[axis]!.output);
    });
  });
  fc.assert(law, { seed: 6 });
});

test('the padded image has its pixels in the middle and nothing around', () => {
  const axes = slidingWindow('test', [2, 2], [3, 3], { strides: 2, padding: 'same' });
  assert.deepEqual(paddedPixels([1, 2, 3, 4], axes), {
    columns: 3,
    values: [1, 2, undefined, 3, 4, undefined, undefined, undefined, undefined],
  });
});

test('every preset can be told by its weights, in both sizes', () => {
  for (const [name] of PRESETS)
    for (const size of [3, 5] as const) {
      assert.equal(presetWeights(name, size).length, size * size);
      assert.equal(presetOf(presetWeights(name, size)), name);
    }
  assert.equal(presetOf([1, 2, 3, 4, 5, 6, 7, 8, 9]), undefined);
});

test('a kernel grows by zeros around it and comes back whole', () => {
  const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const large = resized(weights, 5);
  assert.deepEqual(large.slice(5, 10), [0, 1, 2, 3, 0]);
  assert.equal(large.filter(weight => weight === 0).length, 16);
  assert.deepEqual(resized(large, 3), weights);
});

test('numbers are written with a real minus sign and as long as there is room', () => {
  assert.equal(numberText(-1 / 3), '−0.3333');
  assert.equal(shortText(-1 / 3), '−0.33');
  assert.equal(shortText(-0.001), '0');
  assert.equal(shortText(123.456), '123');
  assert.equal(equalsSign(0.1 + 0.2), '=');
  assert.equal(equalsSign(1 / 3), '≈');
  assert.equal(equalsSign(12345), '=');
  assert.equal(equalsSign(0), '=');
});

test('a weight is read as people type it, and nothing else is', () => {
  assert.deepEqual(['2', ' −0,5 ', '-.25', '1e-1'].map(parseWeight), [2, -0.5, -0.25, 0.1]);
  assert.deepEqual(
    ['', ' ', '-', 'abc', '1/9', 'Infinity', '1,2,3'].map(parseWeight),
    Array(7).fill(undefined),
  );
});
