/** What the exercises of lesson 12 take for granted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { autopsyLineUp } from '../../lib/lesson/exercises/autopsy/lineUp';
import { createRandom } from '../../lib/random/random';

test('the patients of the line-up come in the order in which the lesson shuffles them', () => {
  const listed = 'sigmoidLogits rawPixels growingPrefixes sharedRows learnsFromTest emptyBatches'.split(' ');
  const order = createRandom(12).shuffle([0, 1, 2, 3, 4, 5]);
  assert.deepEqual(
    order.map(place => listed[place]),
    autopsyLineUp.solution(),
  );
});
