import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { oneHot } from '../../lib/encode/oneHot';
import { dense } from '../../lib/layers/dense';
import { gradientCheck } from '../../lib/layers/gradientCheck';
import { softmaxCrossEntropy } from '../../lib/layers/softmaxCrossEntropy';
import type { LossSurfaceData } from '../../lib/plot/interactives/lossSurfaceData';
import {
  type LossSurfaceExplorerOptions,
  lossSurfaceExplorer,
} from '../../lib/plot/interactives/lossSurfaceExplorer';
import { lossAt, readTwoWeights, slopesAt } from '../../lib/plot/interactives/twoWeights';
import { plainJson } from '../../lib/plot/plainJson';
import { createRandom } from '../../lib/random/random';
import { ndarray } from '../../lib/types/ndarray';
import { readSvg } from '../plot/page';
import { neuron } from './neuron';

const random = createRandom(5);
const noise = (...shape: [number, number] | [number]) =>
  ndarray(
    shape,
    Float64Array.from({ length: shape.reduce((a, b) => a * b) }, () => random.normal()),
  );

/** Five examples, four inputs, three classes; weight [2, 1] and the bias of class 2 move. */
const classifier: LossSurfaceExplorerOptions = {
  inputs: noise(5, 4),
  labels: oneHot([0, 2, 1, 1, 0], 3),
  kernel: noise(4, 3),
  bias: noise(3),
  x: { title: 'weight', range: [-4, 4], input: 2, unit: 1 },
  y: { title: 'bias', range: [-4, 4], input: 'bias', unit: 2 },
};
const data = lossSurfaceExplorer(classifier).data as LossSurfaceData;
const model = readTwoWeights(plainJson(data.model));

test('the loss of the map is the loss of the whole classifier with those two weights', () => {
  const { inputs, labels, kernel, bias } = classifier;
  const coordinate = fc.double({ min: -4, max: 4, noNaN: true });
  const law = fc.property(coordinate, coordinate, (w, b) => {
    const moved = { kernel: ndarray([4, 3], kernel.data.slice()), bias: ndarray([3], bias.data.slice()) };
    moved.kernel.data[2 * 3 + 1] = w;
    moved.bias.data[2] = b;
    const whole = softmaxCrossEntropy(labels, dense(inputs, moved.kernel, moved.bias));
    assert.ok(Math.abs(lossAt(model, [w, b]) - whole) < 1e-6);
  });
  fc.assert(law, { seed: 5 });
  assert.deepEqual(data.start, [kernel.data[7], bias.data[2]]);
});

test('the slopes are those of the loss', () => {
  for (const point of [
    [0, 0],
    [1, -2],
    [-3, 3.5],
  ] as const) {
    const check = gradientCheck(
      at => lossAt(model, [at.data[0]!, at.data[1]!]),
      ndarray([2], point),
      ndarray([2], slopesAt(model, point)),
    );
    assert.ok(check.maxRelativeError < 1e-7, `${check.maxRelativeError}`);
  }
});

test('one neuron, by hand: loss, first step and description', () => {
  const { alt, table } = lossSurfaceExplorer(neuron);
  // Both weights 0: every answer is one half, the loss ln 2. p − y is ½, −½, −½, ½; inputs −1, 0.5, 2, 1.
  assert.deepEqual(table!.columns, ['step', 'weight', 'bias', 'loss (nats)']);
  assert.deepEqual(table!.rows[0], [0, 0, 0, Number(Math.LN2.toPrecision(4))]);
  const w = (-2 * (-0.5 - 0.25 - 1 + 0.5)) / 4; // learning rate 2, mean of four
  const loss =
    [-1, 0.5, 2, 1].reduce(
      (sum, x, i) => sum + Math.log(1 + Math.exp((i === 1 || i === 2 ? -1 : 1) * w * x)),
      0,
    ) / 4;
  assert.deepEqual(table!.rows[1], [1, w, 0, Number(loss.toPrecision(4))]);
  assert.equal(table!.rows.length, 21);
  assert.match(
    alt,
    /^Map of the cross-entropy of 4 examples over weight \(−6 to 6\) and bias \(−6 to 6\)\. Lowest 0\.\d+ nats at /,
  );
  assert.match(
    alt,
    /20 steps at learning rate 2: the loss goes from 0\.6931 to 0\.\d+ nats\. They lead from weight 0, bias 0 to /,
  );
});

test('the picture is well-formed and carries map, lines, way and description', () => {
  const { picture, alt } = lossSurfaceExplorer({ ...neuron, x: { ...neuron.x, title: 'a < b & "c"' } });
  const svg = readSvg(picture);
  assert.equal(
    svg.querySelector('title')!.textContent,
    lossSurfaceExplorer({ ...neuron, x: { ...neuron.x, title: 'a < b & "c"' } }).alt,
  );
  assert.ok(alt.includes('a < b & "c"'));
  assert.equal([...svg.querySelectorAll('image')].length, 1);
  assert.equal([...svg.querySelectorAll('path[stroke-opacity]')].length, 12);
  assert.equal(svg.querySelector('polyline')!.getAttribute('points')!.split(' ').length, 21);
  assert.doesNotMatch(picture, /NaN|undefined/);
  assert.ok(picture.length < 40_000, `${picture.length} characters`);
});

test('the data stays small: seven digits, and of the inputs only the two that are needed', () => {
  const { fixed, inputs } = data.model;
  assert.deepEqual(inputs.shape, [5, 2]);
  for (const value of [...Array.from(fixed.data), ...Array.from(inputs.data)]) {
    assert.equal(value, Number(value.toPrecision(7)));
  }
});

test('a range may be longer than the other, and the map keeps one scale', () => {
  const { picture } = lossSurfaceExplorer({ ...neuron, y: { ...neuron.y, range: [-3, 3] } });
  const ground = readSvg(picture).querySelector('svg')!;
  assert.equal(Number(ground.getAttribute('width')), 2 * Number(ground.getAttribute('height')));
});

const refused: readonly (readonly [Partial<LossSurfaceExplorerOptions>, string])[] = [
  [{ inputs: noise(5) }, 'inputs must be [examples, inputs], got [5]'],
  [{ labels: oneHot([0, 1], 3) }, 'labels must have shape [5, 3], got [2, 3]'],
  [{ labels: oneHot(Array(1001).fill(0), 3) }, 'labels must hold at most 3000 numbers, got 3003'],
  [{ kernel: noise(4, 2) }, 'kernel must have shape [4, 3], got [4, 2]'],
  [{ bias: noise(2) }, 'bias must have shape [3], got [2]'],
  [{ bias: ndarray([3], [0, Number.NaN, 0]) }, 'bias[1] must be finite, got NaN'],
  [{ x: { ...classifier.x, input: 4 } }, 'x.input must be an integer in [0, 3], got 4'],
  [{ y: { ...classifier.y, unit: 3 } }, 'y.unit must be an integer in [0, 2], got 3'],
  [{ x: { ...classifier.x, range: [1, 1] } }, 'x.range must go from low to high, got [1, 1]'],
  [{ kernel: ndarray([4, 3], Array(12).fill(5)) }, "x.range must hold the weight's value 5, got [-4, 4]"],
  [{ y: classifier.x }, 'x and y must be two weights, got input 2, unit 1 twice'],
  [
    { y: { ...classifier.y, range: [-20, 20] } },
    'x.range and y.range must be equally long up to a factor of 4, got 5',
  ],
  [{ learningRate: 0 }, 'learningRate must be in [0.001, 1000], got 0'],
];

for (const [options, message] of refused) {
  test(`the loss surface explorer refuses: ${message}`, () => {
    assert.throws(() => lossSurfaceExplorer({ ...classifier, ...options }), {
      name: 'RangeError',
      message: `lossSurfaceExplorer: ${message}`,
    });
  });
}
