import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featureMapWalk } from '../../lib/plot/featureMapWalk';
import { ndarray } from '../../lib/types/ndarray';
import { digitsOf } from '../evaluate/digitsOf';

/** Two pictures of 2 × 2; the second one is looked at. */
const digits = digitsOf([0, 0, 0, 0, 0, 255, 0, 51], [2, 2], 10);
/** One place, three channels; of the second digit they are 0.5, 0 and 2. */
const conv = { layer: 'conv', activations: ndarray([2, 1, 1, 3], [9, 9, 9, 0.5, 0, 2]) };
const pool = { layer: 'pool', activations: ndarray([2, 1, 1, 3], [9, 9, 9, 1, 7, 2]) };
const logits = { layer: 'logits', activations: ndarray([2, 3], [9, 9, 9, -1, 0.25, 4]) };

interface Drawn {
  z: number[][];
  x0: number;
  y0: number;
  dx: number;
  zmin: number;
  zmax: number;
  text?: string[][];
}
const drawn = (figure: { data: readonly unknown[] }) => figure.data.slice(0, -1) as Drawn[];

test('a row for the digit and for every layer, each on a scale of its own', () => {
  const figure = featureMapWalk(digits, [conv, logits], { index: 1 });
  const [ink, first, second, third, strip] = drawn(figure);
  assert.deepEqual(ink?.z, [
    [0, 255],
    [0, 51],
  ]);
  assert.deepEqual(
    [first, second, third].map(map => map?.z[0]),
    [[0.5], [0], [2]],
  );
  assert.deepEqual([ink?.zmax, first?.zmax, third?.zmax, strip?.zmin, strip?.zmax], [255, 2, 2, -4, 4]);
  assert.deepEqual(strip?.z, [[-1, 0.25, 4]]);
  assert.deepEqual(strip?.text, [['0: -1', '1: 0.25', '2: 4']]);
  // 72 pixels wide, 6 apart: the middle of the map's only cell.
  assert.deepEqual([first?.x0, second?.x0, first?.dx], [36, 78 + 36, 72]);
  // A band of 24 for the heading, then the digit, a gap of 6, and the next band.
  assert.deepEqual([ink?.y0, first?.y0], [24 + 18, 24 + 72 + 6 + 24 + 36]);
});

test('the strongest channels are shown in their order, and the same ones after a pooling', () => {
  const figure = featureMapWalk(digits, [conv, pool], { index: 1, channels: 2 });
  const names = figure.table!.rows.map(([layer, name]) => `${layer} ${name}`);
  assert.deepEqual(names, [
    'the digit ink',
    'conv channel 0',
    'conv channel 2',
    'pool channel 0',
    'pool channel 2',
  ]);
  const later = featureMapWalk(digits, [pool], { index: 1, channels: 1 });
  assert.equal(later.table!.rows[1]![1], 'channel 1');
});

test('the description and the headings name every layer, its shape and its largest value', () => {
  const figure = featureMapWalk(digits, [conv, logits], { index: 1, channels: 2 });
  assert.equal(
    figure.alt,
    'A digit on its way through the layers. the digit: 2 × 2, ink up to 255. conv: 1 × 1, 3 channels, 2 of them shown, ' +
      'up to 2. logits: 3 units, from -1 to 4.',
  );
  assert.equal(featureMapWalk(digits, [conv], { alt: 'mine' }).alt, 'mine');
  assert.deepEqual(figure.table?.rows.at(-1), ['logits', '3 units', -1, 1.083, 4]);
});

test('a long strip is folded, without cells for units that are not there, and nothing is written on it', () => {
  const dense = { layer: 'dense', activations: ndarray([2, 130]) };
  const strip = drawn(featureMapWalk(digits, [dense]))[1]!;
  assert.deepEqual([strip.z.length, strip.z[2]?.filter(value => value !== null).length], [3, 2]);
  assert.equal(strip.text, undefined);
  assert.deepEqual([strip.zmin, strip.zmax], [0, 1], 'all zero');
});

test('layers that do not fit are refused', () => {
  const refuses = (run: () => unknown, message: string) =>
    assert.throws(run, { name: 'RangeError', message: `featureMapWalk: ${message}` });
  refuses(() => featureMapWalk(digits, []), 'layers must hold at least one, got none');
  refuses(
    () => featureMapWalk(digits, [{ layer: 'odd', activations: ndarray([2, 3, 4]) }]),
    '"odd" must be [2, height, width, channels] or [2, units], got [2, 3, 4]',
  );
  refuses(
    () => featureMapWalk(digits, [{ layer: 'few', activations: ndarray([1, 4]) }]),
    '"few" must be [2, height, width, channels] or [2, units], got [1, 4]',
  );
  refuses(() => featureMapWalk(digits, [conv], { index: 2 }), 'index must be an integer in [0, 1], got 2');
  refuses(() => featureMapWalk(digits, [conv], { channels: 0 }), 'channels must be an integer ≥ 1, got 0');
});
