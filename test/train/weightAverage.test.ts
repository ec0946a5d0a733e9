import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Averaging, checkAveraging, WeightAverage } from '../../lib/train/weightAverage';

/** The mean after sets of one weight. */
function meanOf(values: number[], options: Averaging = {}): number {
  const average = new WeightAverage(options);
  for (const value of values) average.add([Float32Array.of(value)]);
  return average.value()![0]![0]!;
}

test('without a decay all sets count alike', () => {
  assert.equal(meanOf([3]), 3);
  assert.equal(meanOf([3, 5, 10]), 6);
});

test('with a decay of a half each new set is half of the mean, once there are two', () => {
  // 8; then (8 + 0) / 2 = 4; (4 + 2) / 2 = 3; (3 + 7) / 2 = 5.
  assert.equal(meanOf([8, 0, 2, 7], { decay: 0.5 }), 5);
});

test('an exponential average of weights that do not move is those weights from the first set on', () =>
  assert.equal(meanOf([7], { decay: 0.999 }), 7));

test('sets that were added do not change the mean when they change', () => {
  const average = new WeightAverage({});
  const weights = [Float32Array.of(1), Float32Array.of(2, 3)];
  average.add(weights);
  weights[1]![0] = 100;
  assert.deepEqual(average.value(), [Float32Array.of(1), Float32Array.of(2, 3)]);
});

test('before the first set there is no mean', () => {
  const average = new WeightAverage({});
  assert.deepEqual([average.value(), average.count()], [undefined, 0]);
});

test('the steps that count begin with an epoch and keep their distance across epochs', () => {
  const average = new WeightAverage({ everySteps: 3, fromEpoch: 2 });
  const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const epochOf = (step: number): number => (step <= 5 ? 1 : 2);
  assert.deepEqual(
    steps.filter(step => average.counts(epochOf(step), step)),
    [6, 9],
  );
});

test('a mean that is restored goes on as if nothing had happened', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.nat(), fc.constantFrom(1, 0.9, 0.5), (values, cut, decay) => {
      const first = new WeightAverage({ decay });
      const after = 1 + (cut % (values.length - 1));
      for (const value of values.slice(0, after)) first.add([Float32Array.of(value)]);
      const second = new WeightAverage({ decay });
      second.restore(first.value()!, first.count());
      for (const value of values.slice(after)) second.add([Float32Array.of(value)]);
      return second.value()![0]![0] === meanOf(values, { decay });
    }),
    { seed: 1 },
  );
});

const refusals: [string, Averaging][] = [
  ['fit: averaging.everySteps must be an integer ≥ 1, got 0', { everySteps: 0 }],
  ['fit: averaging.fromEpoch must be an integer ≥ 1, got 0.5', { fromEpoch: 0.5 }],
  ['fit: averaging.decay must be a number in (0, 1], got 0', { decay: 0 }],
  ['fit: averaging.decay must be a number in (0, 1], got 1.1', { decay: 1.1 }],
];
for (const [message, options] of refusals) {
  test(`refused: ${message}`, () =>
    assert.throws(() => checkAveraging('fit', options), new RangeError(message)));
}
