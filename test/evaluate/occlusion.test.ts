import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { occlusion } from '../../lib/evaluate/occlusion';
import { digitNet } from '../../lib/model/digitNet';
import { ready } from '../../lib/tensorflow/tf';
import { makeDigits } from '../data/makeDigits';
import { assertClose } from '../layers/assertions';
import { linearNet } from './chains';
import { digitsOf } from './digitsOf';

before(ready);

/** 3 × 4 pixels; class 0 wins by 2 logits for each white pixel in column 1, less 1. */
const kernel = Array.from({ length: 12 }, (_, pixel) => (pixel % 4 === 1 ? [2, 0] : [0, 0]));
const model = () => linearNet(kernel, [-1, 0], [3, 4]);
const bar = digitsOf([0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0], [3, 4], 2);
const chance = (logit: number) => 1 / (1 + Math.exp(-logit));

test('covering two of three decisive pixels costs 4 logits, and covering others nothing', async () => {
  const found = await occlusion(model(), bar, { size: 2, stride: 1 });
  assert.equal(found.class, 0);
  assertClose([found.probability], [chance(5)], 1e-6);
  const drop = chance(5) - chance(1);
  assert.deepEqual(found.drops.shape, [2, 3]);
  assertClose(found.drops.data, [drop, drop, 0, drop, drop, 0], 1e-6);
});

test('the square moves by the stride, and one that does not fit any more is not tried', async () => {
  // Every white pixel is worth a tenth of its number: covering it costs that many logits.
  const worth = Array.from({ length: 20 }, (_, pixel) => [pixel / 10, 0]);
  const white = digitsOf(new Array(20).fill(255), [4, 5], 2);
  const { drops } = await occlusion(linearNet(worth, [-18, 0], [4, 5]), white, { size: 2, stride: 2 });
  assert.deepEqual(drops.shape, [2, 2]);
  const square = (corner: number) => (4 * corner + 12) / 10; // corner, corner + 1, corner + 5, corner + 6
  assertClose(
    drops.data,
    [0, 2, 10, 12].map(corner => chance(1) - chance(1 - square(corner))),
    1e-6,
  );
});

test('the digit itself is left as it was', async () => {
  const before = bar.images.slice();
  await occlusion(model(), bar, { size: 3, stride: 1 });
  assert.deepEqual(bar.images, before);
});

test('more than one digit, and squares that do not fit, are refused', async () => {
  const refused = (count: number, size: number, stride: number, message: string) =>
    assert.rejects(
      occlusion(digitNet({ seed: 1 }), makeDigits(count), { size, stride }),
      new RangeError(message),
    );
  await refused(2, 5, 1, 'occlusion: digit must be a single one, got 2');
  await refused(1, 29, 1, 'occlusion: size must be an integer in [1, 28], got 29');
  await refused(1, 5, 0, 'occlusion: stride must be an integer ≥ 1, got 0');
});
