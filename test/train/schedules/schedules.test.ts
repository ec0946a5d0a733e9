import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { constantRate } from '../../../lib/train/schedules/constantRate';
import { cosine } from '../../../lib/train/schedules/cosine';
import { oneCycle } from '../../../lib/train/schedules/oneCycle';
import { learningRates, type Schedule } from '../../../lib/train/schedules/schedule';
import { stepDecay } from '../../../lib/train/schedules/stepDecay';
import { warmUp } from '../../../lib/train/schedules/warmUp';

/** Holds the rates against ones worked by hand. */
function near(schedule: Schedule, wanted: number[]): void {
  const rates = learningRates(schedule, wanted.length);
  for (const [step, rate] of rates.entries()) {
    assert.ok(Math.abs(rate - wanted[step]!) < 1e-12, `step ${step}: ${rate}, wanted ${wanted[step]}`);
  }
}

test('a constant rate stays', () => near(constantRate(0.25), [0.25, 0.25, 0.25]));

test('a staircase of three parts drops twice, to a tenth each time unless told otherwise', () => {
  near(stepDecay({ start: 1 }), [1, 1, 0.1, 0.1, 0.01, 0.01]);
  near(stepDecay({ start: 8, factor: 0.5, drops: 1 }), [8, 8, 8, 4, 4]);
  assert.ok(Math.abs(stepDecay({ start: 0.1 })(40, 90) - 0.01) < 1e-15);
});

test('the cosine passes √½ on both sides of its middle', () => {
  // 1 + cos π/4 = 1 + √½, 1 + cos π/2 = 1.
  const root = Math.SQRT1_2;
  near(cosine({ peak: 2 }), [2, 1 + root, 1, 1 - root, 0]);
  near(cosine({ peak: 2, end: 0.5 }), [2, 1.5 + root / 2, 1.5, 1.5 - root / 2, 1]);
  assert.ok(Math.abs(cosine({ peak: 0.002 })(50, 101) - 0.001) < 1e-15);
});

test('one cycle begins at a twenty-fifth, peaks where the rise ends, and ends at a hundred-thousandth', () => {
  // Rise: ½(0.04 + 1) half-way. Fall: its quarters are ½(1 ± √½) and ½, between 10⁻⁵ and 1.
  const fall = (part: number): number => 1e-5 + (1 - 1e-5) * part;
  const root = Math.SQRT1_2;
  near(oneCycle({ peak: 1, rise: 1 / 3 }), [
    0.04,
    0.52,
    1,
    fall((1 + root) / 2),
    fall(0.5),
    fall((1 - root) / 2),
    1e-5,
  ]);
  assert.equal(oneCycle({ peak: 0.01, rise: 0.25 })(25, 101), 0.01);
});

test('a warm-up rises in equal steps to where the other schedule begins, which has the rest for itself', () => {
  near(warmUp(4, constantRate(0.01)), [0.002, 0.004, 0.006, 0.008, 0.01, 0.01]);
  near(warmUp(1, cosine({ peak: 2 })), [1, 2, 1, 0]);
});

test('a warm-up as long as the training only rises', () => near(warmUp(3, constantRate(4)), [1, 2, 3]));

test('a training of one step has the rate at which a schedule begins', () => {
  near(cosine({ peak: 1 }), [1]);
  near(oneCycle({ peak: 1 }), [0.04]);
  near(stepDecay({ start: 1 }), [1]);
});

const anySchedule = fc.oneof(
  fc
    .record({ start: fc.double({ min: 1e-6, max: 1, noNaN: true }), drops: fc.integer({ min: 1, max: 9 }) })
    .map(stepDecay),
  fc.record({ peak: fc.double({ min: 1e-6, max: 1, noNaN: true }) }).map(cosine),
);

test('staircase and cosine never rise, and stay between 0 and where they begin', () => {
  fc.assert(
    fc.property(anySchedule, fc.integer({ min: 1, max: 300 }), (schedule, steps) => {
      const rates = learningRates(schedule, steps);
      return rates.every((rate, step) => rate >= 0 && (step === 0 || rate <= rates[step - 1]!));
    }),
    { seed: 1 },
  );
});

test('one cycle rises, then falls, and never passes its peak', () => {
  const rise = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(rise, fc.integer({ min: 2, max: 300 }), (rise, steps) => {
      const rates = learningRates(oneCycle({ peak: 1, rise }), steps);
      const rises = (step: number): boolean => step / (steps - 1) <= rise;
      return rates.every((rate, step) => {
        if (step === 0) return Math.abs(rate - 0.04) < 1e-12;
        if (rises(step)) return rate >= rates[step - 1]! && rate <= 1;
        return rises(step - 1) ? rate < 1 : rate <= rates[step - 1]!;
      });
    }),
    { seed: 1 },
  );
});

const refusals: [string, () => unknown][] = [
  ['constantRate: rate must be a number > 0, got 0', () => constantRate(0)],
  ['stepDecay: start must be a number > 0, got -1', () => stepDecay({ start: -1 })],
  ['stepDecay: factor must be a number in (0, 1), got 1', () => stepDecay({ start: 1, factor: 1 })],
  ['stepDecay: drops must be an integer ≥ 1, got 0', () => stepDecay({ start: 1, drops: 0 })],
  ['cosine: peak must be a number > 0, got NaN', () => cosine({ peak: Number.NaN })],
  ['cosine: end must be in [0, 1), got 1', () => cosine({ peak: 1, end: 1 })],
  ['oneCycle: peak must be a number > 0, got 0', () => oneCycle({ peak: 0 })],
  ['oneCycle: rise must be a number in (0, 1), got 0', () => oneCycle({ peak: 1, rise: 0 })],
  ['oneCycle: start must be a number in (0, 1), got 2', () => oneCycle({ peak: 1, start: 2 })],
  ['oneCycle: end must be a number in (0, 1), got 1', () => oneCycle({ peak: 1, end: 1 })],
  ['warmUp: warm must be an integer ≥ 1, got 0.5', () => warmUp(0.5, constantRate(1))],
  [
    'learningRates: schedule must give a finite number ≥ 0, got -1 at step 2 of 4',
    () => learningRates(step => 1 - step, 4),
  ],
  [
    'learningRates: schedule must give a finite number ≥ 0, got Infinity at step 0 of 1',
    () => learningRates(() => 1 / 0, 1),
  ],
];
for (const [message, call] of refusals) {
  test(`refused: ${message}`, () => assert.throws(call, new RangeError(message)));
}
