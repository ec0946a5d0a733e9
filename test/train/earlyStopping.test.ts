import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkEarlyStopping, type EarlyStopping, judgeEpochs } from '../../lib/train/earlyStopping';

/** Epochs with these validation losses. */
const losses = (...values: number[]) =>
  values.map((validationLoss, index) => ({ epoch: index + 1, loss: 9, validationLoss }));

test('patience counts the epochs since the best', () => {
  const patience = 2;
  assert.deepEqual(judgeEpochs(losses(0.5), { patience }), { best: 1, stop: false });
  assert.deepEqual(judgeEpochs(losses(0.5, 0.3, 0.4), { patience }), { best: 2, stop: false });
  assert.deepEqual(judgeEpochs(losses(0.5, 0.3, 0.4, 0.2), { patience }), { best: 4, stop: false });
  assert.deepEqual(judgeEpochs(losses(0.5, 0.3, 0.4, 0.35), { patience }), { best: 2, stop: true });
});

test('an epoch as good as the best is not better', () =>
  assert.deepEqual(judgeEpochs(losses(0.5, 0.5), { patience: 1 }), { best: 1, stop: true }));

test('small gains do not count, but add up', () => {
  const options = { patience: 3, minDelta: 0.1 };
  // 0.45 and 0.41 are within 0.1 of 0.5; 0.35 is not.
  assert.equal(judgeEpochs(losses(0.5, 0.45, 0.41), options).best, 1);
  assert.equal(judgeEpochs(losses(0.5, 0.45, 0.41, 0.35), options).best, 4);
});

test('accuracy is better when it is higher, the training loss when it is lower', () => {
  const epochs = [
    { epoch: 1, loss: 0.9, validationLoss: 0.1, validationAccuracy: 0.5 },
    { epoch: 2, loss: 0.8, validationLoss: 0.2, validationAccuracy: 0.7 },
    { epoch: 3, loss: 0.7, validationLoss: 0.3, validationAccuracy: 0.6 },
  ];
  assert.equal(judgeEpochs(epochs, { patience: 5 }).best, 1);
  assert.equal(judgeEpochs(epochs, { patience: 5, metric: 'validationAccuracy' }).best, 2);
  assert.equal(judgeEpochs(epochs, { patience: 5, metric: 'loss' }).best, 3);
});

test('without epochs, or without the metric, there is no best and no end', () => {
  assert.deepEqual(judgeEpochs([], { patience: 1 }), { best: undefined, stop: false });
  assert.deepEqual(judgeEpochs([{ epoch: 1, loss: 1 }], { patience: 1 }), { best: undefined, stop: false });
});

test('the best epoch is the first of the least losses', () => {
  const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 30 }), (values, patience) => {
      const least = values.indexOf(Math.min(...values)) + 1;
      const { best, stop } = judgeEpochs(losses(...values), { patience });
      return best === least && stop === values.length - least >= patience;
    }),
    { seed: 1 },
  );
});

const refusals: [string, EarlyStopping, boolean][] = [
  ['fit: earlyStopping.patience must be an integer ≥ 1, got 0', { patience: 0 }, true],
  ['fit: earlyStopping.minDelta must be a number ≥ 0, got -1', { patience: 1, minDelta: -1 }, true],
  ['fit: earlyStopping.minDelta must be a number ≥ 0, got NaN', { patience: 1, minDelta: Number.NaN }, true],
  [
    "fit: earlyStopping.metric must be 'validationLoss', 'validationAccuracy' or 'loss', got 'f1'",
    { patience: 1, metric: 'f1' as 'loss' },
    true,
  ],
  ["fit: earlyStopping.metric 'validationLoss' needs validation digits, got none", { patience: 1 }, false],
];
for (const [message, options, hasValidation] of refusals) {
  test(`refused: ${message}`, () =>
    assert.throws(() => checkEarlyStopping('fit', options, hasValidation), new RangeError(message)));
}

test('the training loss needs no validation digits', () =>
  checkEarlyStopping('fit', { patience: 1, metric: 'loss' }, false));
