import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dense } from '../../lib/layers/dense';
import { layerOutputs } from '../../lib/layers/layerOutputs';
import { packArray, packBytes } from '../../lib/plot/interactives/packArray';
import { unpackArray, unpackBytes } from '../../lib/plot/interactives/packedArray';
import { rightProbability, shareRead } from '../../lib/plot/interactives/shiftAnswers';
import { readShiftData, type ShiftData } from '../../lib/plot/interactives/shiftData';
import { type ShiftTestOptions, shiftTest } from '../../lib/plot/interactives/shiftTest';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { readSvg } from '../plot/page';
import { shiftOptions, weights } from './twoNetworks';

const { digits, networks } = shiftOptions;
const setup = readShiftData(shiftTest(shiftOptions).data as ShiftData);

test('packed numbers come back, each within half a step; the largest amount is exact', () => {
  const [half, one] = unpackArray(packArray(ndarray([2], [0.5, -1]))).data;
  assert.ok(Math.abs(half! - 16384 / 32767) < 1e-15 && one === -1);
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 20 });
  const law = fc.property(numbers, values => {
    const { shape, data } = unpackArray(packArray(ndarray([values.length], values)));
    const largest = Math.max(0, ...values.map(Math.abs));
    assert.deepEqual(shape, [values.length]);
    values.forEach((value, index) => {
      assert.ok(Math.abs(data[index]! - value) <= largest / 65534 + 1e-9 * largest + 1e-300);
    });
  });
  fc.assert(law, { seed: 7 });
  assert.deepEqual(Array.from(unpackArray(packArray(ndarray([2]))).data), [0, 0]);
  assert.deepEqual(unpackBytes(packBytes(Uint8Array.of(0, 128, 255))), Uint8Array.of(0, 128, 255));
});

test('the answer to a shifted digit is the answer to the digit written elsewhere', () => {
  const moved = new Uint8Array(36);
  for (let row = 1; row < 6; row++)
    for (let column = 0; column < 4; column++)
      moved[row * 6 + column] = digits.images[36 + (row - 1) * 6 + column + 2]!;
  const elsewhere = readShiftData(
    shiftTest({ ...shiftOptions, digits: { ...digits, images: moved, labels: Uint8Array.of(0), count: 1 } })
      .data as ShiftData,
  );
  for (const network of [0, 1]) {
    const here = rightProbability(setup, network, 1, { right: -2, down: 1 });
    assert.equal(here, rightProbability(elsewhere, network, 0, { right: 0, down: 0 }));
    assert.ok(here > 0 && here < 1);
  }
});

test('the share read counts the digits whose own class gets the most', () => {
  for (const network of [0, 1])
    for (const right of [-3, 0, 2]) {
      const read = Array.from(digits.labels, (label, digit) => {
        const scores = layerOutputs(setup.networks[network]!.layers, imageAt(digit, right)).at(-1)!.data;
        return scores.indexOf(Math.max(...scores)) === label ? 1 : 0;
      });
      const share = read.reduce<number>((sum, one) => sum + one, 0) / 4;
      assert.equal(shareRead(setup, network, { right, down: 0 }), share);
    }
});

/** One digit, moved to the right pixel by pixel, in [0, 1]. */
function imageAt(digit: number, right: number) {
  const ink = (row: number, column: number) =>
    column < 0 || column > 5 ? 0 : digits.images[36 * digit + 6 * row + column]! / 255;
  return ndarray(
    [1, 6, 6, 1],
    Array.from({ length: 36 }, (_, i) => ink(Math.floor(i / 6), (i % 6) - right)),
  );
}

test('pixels are scaled as in training', () => {
  const scaled = readShiftData(
    shiftTest({ ...shiftOptions, scaling: { mean: 0.5, standardDeviation: 0.25 } }).data as ShiftData,
  );
  const image = ndarray(
    [1, 36],
    imageAt(0, 0).data.map(ink => (ink - 0.5) / 0.25),
  );
  const packed = (array: NdArray) => unpackArray(packArray(array));
  const scores = dense(image, packed(weights.kernel), packed(weights.bias)).data;
  const powers = scores.map(Math.exp);
  const expected = powers[2]! / powers.reduce((sum, power) => sum + power, 0);
  assert.ok(Math.abs(rightProbability(scaled, 0, 0, { right: 0, down: 0 }) - expected) < 1e-12);
});

test('the description and the table tell both curves, the picture is well-formed', () => {
  const { alt, table, picture } = shiftTest(shiftOptions);
  assert.match(
    alt,
    /^A handwritten 2 is moved sideways by up to 3 pixels\. Probability that two networks give to class 2: dense: [\d.]+ at −3, [\d.]+ at 0, [\d.]+ at 3 pixels; convolution: .* at 3 pixels\.$/,
  );
  assert.deepEqual(table!.columns, [
    'shift (pixels)',
    'dense: probability of 2',
    'convolution: probability of 2',
  ]);
  assert.deepEqual(
    table!.rows.map(([shift]) => shift),
    ['−3', '−2', '−1', '0', '1', '2', '3'],
  );
  assert.equal(table!.rows[1]![2], Number(rightProbability(setup, 1, 0, { right: -2, down: 0 }).toFixed(4)));
  const svg = readSvg(picture);
  assert.equal(svg.querySelector('title')!.textContent, alt);
  assert.equal([...svg.querySelectorAll('image')].length, 3);
  assert.equal([...svg.querySelectorAll('polyline')].length, 4); // two curves, two of the legend
  assert.doesNotMatch(picture, /NaN|undefined/);
});

test('the largest networks and digits that are taken fit into 400 kB', () => {
  const large = {
    images: new Uint8Array(40 * 784),
    labels: new Uint8Array(40),
    count: 40,
    height: 28,
    width: 28,
    classes: 10,
  };
  const layers = (units: number) =>
    [
      { type: 'flatten' },
      { type: 'dense', kernel: ndarray([784, units]), bias: ndarray([units]) },
      { type: 'dense', kernel: ndarray([units, 10]), bias: ndarray([10]) },
    ] as const;
  const two = (units: number) =>
    [
      { name: 'a', layers: layers(units) },
      { name: 'b', layers: layers(units) },
    ] as const;
  assert.ok(JSON.stringify(shiftTest({ digits: large, networks: two(81) }).data).length < 400_000);
  assert.throws(() => shiftTest({ digits: large, networks: two(82) }), {
    message: 'shiftTest: networks must have at most 130000 weights together, got 130400',
  });
});

const [first, second] = networks;
const refused: readonly (readonly [Partial<ShiftTestOptions>, string])[] = [
  [{ digits: { ...digits, count: 0 } }, 'digits.count must be an integer in [1, 40], got 0'],
  [{ digits: { ...digits, labels: new Uint8Array(0) } }, 'digits must be labelled, got no labels'],
  [{ maxShift: 15 }, 'maxShift must be an integer in [1, 14], got 15'],
  [{ scaling: { mean: 0, standardDeviation: 0 } }, 'scaling.standardDeviation must be a number > 0, got 0'],
  [{ networks: [first] as unknown as ShiftTestOptions['networks'] }, 'networks must be two, got 1'],
  [
    { networks: [first, { name: 'a name that no legend holds', layers: second.layers }] },
    'networks[1].name must have 1 to 24 characters, got 27',
  ],
  [
    { networks: [{ name: 'x', layers: first.layers.slice(1) }, second] },
    'networks[0]: layers[0] (dense): dense: inputs must be [batch, inputs], got [1, 6, 6, 1]',
  ],
  [
    { networks: [first, { name: 'x', layers: second.layers.slice(0, 4) }] },
    'networks[1] must end in [batch, 3], got [batch, 8]',
  ],
  [
    {
      networks: [
        { name: 'x', layers: [{ type: 'dense', kernel: weights.kernel, bias: ndarray([1], [Number.NaN]) }] },
        second,
      ],
    },
    'networks[0].layers[0].bias[0] must be finite, got NaN',
  ],
];

for (const [options, message] of refused) {
  test(`the shift test refuses: ${message}`, () => {
    assert.throws(() => shiftTest({ ...shiftOptions, ...options }), {
      name: 'RangeError',
      message: `shiftTest: ${message}`,
    });
  });
}
