import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ensemble } from '../../lib/evaluate/ensemble';
import { testTimeAugmentation } from '../../lib/evaluate/testTimeAugmentation';
import { predict } from '../../lib/model/predict';
import { ready } from '../../lib/tensorflow/tf';
import { assertClose } from '../layers/assertions';
import { linearNet } from './chains';
import { digitsOf } from './digitsOf';

before(ready);

const chance = (logit: number) => 1 / (1 + Math.exp(-logit));

/** One row of three pixels; the logit of class 0 is `gain` times the middle one. */
const middleNet = (gain: number) =>
  linearNet(
    [
      [0, 0],
      [gain, 0],
      [0, 0],
    ],
    [0, 0],
    [1, 3],
  );
const digits = digitsOf([0, 255, 0, 255, 0, 0], [1, 3], 2);

test('an ensemble gives the mean of the probabilities, not of the logits', async () => {
  const { classes, probabilities } = await ensemble([middleNet(5), middleNet(-1), middleNet(-1)], digits);
  const mean = (chance(5) + 2 * chance(-1)) / 3;
  assertClose(probabilities, [mean, 1 - mean, 0.5, 0.5], 1e-6);
  assert.deepEqual([...classes], [0, 0]);
});

test('an ensemble of one network is that network', async () => {
  const model = middleNet(2);
  assertClose(
    (await ensemble([model], digits)).probabilities,
    (await predict(model, digits)).probabilities,
    1e-7,
  );
});

test('an ensemble of none is refused, and a signal stops it', async () => {
  await assert.rejects(
    ensemble([], digits),
    new RangeError('ensemble: models must hold at least one, got none'),
  );
  const reason = new Error('enough');
  await assert.rejects(ensemble([middleNet(1)], digits, { signal: AbortSignal.abort(reason) }), reason);
});

test('test-time augmentation gives the mean over the moved copies', async () => {
  const model = middleNet(3);
  const moved = await testTimeAugmentation(model, digits, {
    shifts: [
      [0, 0],
      [1, 0],
    ],
  });
  // As they are: 0 255 0 and 255 0 0. To the right: 0 0 255 and 0 255 0.
  const [white, black] = [chance(3), chance(0)];
  const first = (white + black) / 2;
  assertClose(moved.probabilities, [first, 1 - first, first, 1 - first], 1e-6);
});

test('left to itself it looks at five places: as it is and one pixel to each side', async () => {
  const { probabilities } = await testTimeAugmentation(middleNet(3), digits);
  // The first digit is white in the middle once in five; so is the second (moved to the right).
  const once = (chance(3) + 4 * chance(0)) / 5;
  assertClose(probabilities, [once, 1 - once, once, 1 - once], 1e-6);
});

test('no shift is refused, and a signal stops it', async () => {
  const message = 'testTimeAugmentation: shifts must hold at least one, got none';
  await assert.rejects(testTimeAugmentation(middleNet(1), digits, { shifts: [] }), new RangeError(message));
  const signal = AbortSignal.abort(new Error('enough'));
  await assert.rejects(testTimeAugmentation(middleNet(1), digits, { signal }), signal.reason);
});
