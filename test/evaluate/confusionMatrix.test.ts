import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { confusionMatrix } from '../../lib/evaluate/confusionMatrix';

test('rows are true classes, columns are predictions', () => {
  assert.deepEqual(confusionMatrix([0, 1, 1, 2], [0, 1, 0, 2], 3), [
    [1, 0, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]);
  assert.deepEqual(confusionMatrix([], [], 2), [
    [0, 0],
    [0, 0],
  ]);
});

test('each cell is the number of pairs of its kind', () => {
  const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 100 });
  fc.assert(
    fc.property(pairs, list => {
      const counts = confusionMatrix(
        list.map(([label]) => label),
        list.map(([, prediction]) => prediction),
        5,
      );
      for (let label = 0; label < 5; label++) {
        for (let prediction = 0; prediction < 5; prediction++) {
          const same = list.filter(pair => pair[0] === label && pair[1] === prediction).length;
          assert.equal(counts[label]![prediction], same);
        }
      }
    }),
    { seed: 8 },
  );
});

test('lengths that differ and classes out of range are refused', () => {
  const message = 'confusionMatrix: predictions must have length 2 as labels, got 1';
  assert.throws(() => confusionMatrix([0, 1], [0], 2), new RangeError(message));
  assert.throws(
    () => confusionMatrix([0, 2], [0, 0], 2),
    new RangeError('confusionMatrix: labels[1] must be an integer in [0, 2), got 2'),
  );
  assert.throws(
    () => confusionMatrix([0], [-1], 2),
    new RangeError('confusionMatrix: predictions[0] must be an integer in [0, 2), got -1'),
  );
});
