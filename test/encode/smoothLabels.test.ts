import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { argMax } from '../../lib/encode/argMax';
import { oneHot } from '../../lib/encode/oneHot';
import { smoothLabels } from '../../lib/encode/smoothLabels';
import { ndarray } from '../../lib/types/ndarray';
import { law } from '../layers/arbitraries';
import { rowsOf } from '../layers/arrays';
import { assertClose, assertRefuses, assertSame } from '../layers/assertions';

test('the share is taken from the label and given to all classes alike', () => {
  assertSame(smoothLabels(oneHot([1], 4), 0.5), [1, 4], [0.125, 0.625, 0.125, 0.125]);
  assertClose(smoothLabels(oneHot([0], 10), 0.1).data, [0.91, ...new Array(9).fill(0.01)]);
});

test('no smoothing changes nothing, no row stays no row', () => {
  assertSame(smoothLabels(oneHot([2], 3), 0), [1, 3], [0, 0, 1]);
  assertSame(smoothLabels(ndarray([0, 3]), 0.1), [0, 3], []);
});

test('law: rows still sum to 1 and still favour their class', () => {
  const drawn = fc.record({
    label: fc.integer({ min: 0, max: 9 }),
    smoothing: fc.double({ min: 0, max: 0.99, noNaN: true }),
  });
  law(drawn, ({ label, smoothing }) => {
    const smooth = smoothLabels(oneHot([label], 10), smoothing);
    assertClose([rowsOf(smooth)[0]!.reduce((sum, value) => sum + value, 0)], [1]);
    assert.equal(argMax(smooth)[0], label);
  });
});

test('a share outside [0, 1) is refused', () => {
  const labels = oneHot([0], 2);
  assertRefuses(() => smoothLabels(labels, 1), 'smoothLabels: smoothing must be in [0, 1), got 1');
  assertRefuses(() => smoothLabels(labels, -0.1), 'smoothLabels: smoothing must be in [0, 1), got -0.1');
  assertRefuses(() => smoothLabels(labels, Number.NaN), 'smoothLabels: smoothing must be in [0, 1), got NaN');
});

test('labels that are no distributions are refused', () => {
  assertRefuses(
    () => smoothLabels(ndarray([1, 2], [1, 1]), 0.1),
    'smoothLabels: labels row 0 must sum to 1, got 2',
  );
  assertRefuses(
    () => smoothLabels(ndarray([2], [1, 0]), 0.1),
    'smoothLabels: labels must be [batch, classes], got [2]',
  );
});
