import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelImages } from '../../lib/evaluate/channelImages';
import { ndarray } from '../../lib/types/ndarray';
import { randomArray } from '../layers/arrays';
import { assertRefuses, assertSame } from '../layers/assertions';

test('two channels that lie side by side become two pictures', () => {
  assertSame(channelImages(ndarray([1, 1, 2, 2], [1, 10, 2, 20]), 0), [2, 1, 2], [1, 2, 10, 20]);
});

test('every number of the chosen example has its place', () => {
  const activations = randomArray([3, 2, 4, 5], 1);
  const images = channelImages(activations, 2);
  assert.deepEqual(images.shape, [5, 2, 4]);
  for (let y = 0; y < 2; y++) {
    for (let x = 0; x < 4; x++) {
      for (let channel = 0; channel < 5; channel++) {
        const value = activations.data[((2 * 2 + y) * 4 + x) * 5 + channel];
        assert.equal(images.data[(channel * 2 + y) * 4 + x], value);
      }
    }
  }
});

test('what has no maps, and an example that is not there, are refused', () => {
  assertRefuses(
    () => channelImages(ndarray([2, 10]), 0),
    'channelImages: activations must be [count, height, width, channels], got [2, 10]',
  );
  assertRefuses(
    () => channelImages(ndarray([2, 1, 1, 1]), 2),
    'channelImages: index must be an integer in [0, 1], got 2',
  );
});
