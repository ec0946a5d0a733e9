import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { readDigits } from '../../lib/data/readDigits';
import { evaluate } from '../../lib/evaluate/evaluate';
import { referenceNet } from '../../lib/model/referenceNet';
import { ready, tf } from '../../lib/tensorflow/tf';
import type { EpochEvent, StepEvent } from '../../lib/train/events';
import { type FitOptions, fit } from '../../lib/train/fit';
import { halves, makeDigits } from '../data/makeDigits';

before(ready);

/** A linear model: small, and its training can be worked out by hand. */
function linearNet() {
  const layer = tf.layers.dense({ units: 10, kernelInitializer: 'zeros' });
  return tf.sequential({ layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), layer] });
}

const weights = (model: { getWeights(): { dataSync(): unknown }[] }) =>
  model.getWeights().map(weight => weight.dataSync() as Float32Array);

test('the reference network learns the 300 digits of the sample by heart', async () => {
  const sample = await readDigits('data/sample.csv');
  const model = referenceNet({ seed: 1 });
  const { epochs } = await fit(model, sample, { epochs: 8, batchSize: 32, seed: 1 });
  const { accuracy, loss } = await evaluate(model, sample);
  assert.ok(accuracy > 0.97, `accuracy ${accuracy}`);
  assert.ok(loss < epochs[0]!.loss / 4, `loss ${loss} after ${epochs[0]!.loss}`);
});

test("an untrained linear model starts at ln 10, and Adam's first step moves every used weight by the learning rate", async () => {
  const model = linearNet();
  const learningRate = 0.01;
  const steps: StepEvent[] = [];
  await fit(model, halves(4), {
    epochs: 1,
    batchSize: 4,
    learningRate,
    seed: 1,
    onStep: event => steps.push(event),
  });
  assert.equal(steps.length, 1);
  assert.ok(Math.abs(steps[0]!.loss - Math.log(10)) < 1e-6, `${steps[0]!.loss}`);
  const [kernel, bias] = weights(model);
  for (const value of [...kernel!, ...bias!])
    assert.ok(Math.abs(Math.abs(value) - learningRate) < 1e-5, `${value}`);
});

test('steps and epochs are told in order, with every digit seen once an epoch and the short batch kept', async () => {
  const steps: StepEvent[] = [];
  const epochs: EpochEvent[] = [];
  const history = await fit(linearNet(), makeDigits(10), {
    ...{ epochs: 2, batchSize: 4, seed: 1, validation: makeDigits(6, { seed: 2 }) },
    onStep: event => steps.push(event),
    onEpoch: event => epochs.push(event),
  });
  const told = steps.map(({ epoch, step, steps }) => `epoch ${epoch} step ${step}/${steps}`);
  const three = (epoch: number) => [1, 2, 3].map(step => `epoch ${epoch} step ${step}/3`);
  assert.deepEqual(told, [...three(1), ...three(2)]);
  assert.deepEqual([history.epochs, history.interrupted], [epochs, false]);
  assert.deepEqual(
    epochs.map(({ epoch }) => epoch),
    [1, 2],
  );
  for (const [index, event] of epochs.entries()) {
    const own = steps.slice(3 * index, 3 * index + 3);
    const mean = own.reduce((sum, { loss }, step) => sum + loss * [4, 4, 2][step]!, 0) / 10;
    assert.ok(Math.abs(event.loss - mean) < 1e-9);
    assert.ok(event.validationLoss! > 0 && event.validationAccuracy! >= 0 && event.validationAccuracy! <= 1);
    assert.ok(event.imagesPerSecond > 0 && event.seconds > 0);
  }
  for (const { imagesPerSecond, secondsLeft, accuracy } of steps) {
    assert.ok(imagesPerSecond > 0 && secondsLeft >= 0 && accuracy >= 0 && accuracy <= 1);
  }
  assert.equal(steps.at(-1)!.secondsLeft, 0);
});

test('the validation numbers are those of evaluate', async () => {
  const model = linearNet();
  const validation = makeDigits(20, { seed: 2 });
  const { epochs } = await fit(model, makeDigits(20), { epochs: 1, seed: 1, validation });
  const { loss, accuracy } = await evaluate(model, validation);
  assert.deepEqual([epochs[0]!.validationLoss, epochs[0]!.validationAccuracy], [loss, accuracy]);
});

test('the same seed gives the same weights, another seed others', async () => {
  const run = async (seed: number) => {
    const model = linearNet();
    await fit(model, makeDigits(40), { epochs: 2, batchSize: 8, seed });
    return weights(model);
  };
  const first = await run(1);
  const close = (one: Float32Array[], other: Float32Array[]) =>
    one.every((values, index) => values.every((value, at) => Math.abs(value - other[index]![at]!) < 1e-5));
  assert.ok(close(first, await run(1)));
  assert.ok(!close(first, await run(2)));
});

test('a listener can have the weights of a step, and training waits for it without counting the time', async () => {
  const model = linearNet();
  const biases: number[][] = [];
  const { epochs, seconds } = await fit(model, makeDigits(16), {
    ...{ epochs: 1, batchSize: 4, learningRate: 0.01, seed: 1 },
    onStep: async ({ step }, updateModel) => {
      assert.equal(biases.length, step - 1, 'the step before is still being listened to');
      updateModel();
      await setTimeout(50);
      biases.push([...weights(model)[1]!]);
    },
  });
  assert.equal(new Set(biases.map(String)).size, 4);
  assert.deepEqual(biases[3], [...weights(model)[1]!]);
  assert.ok(
    seconds >= 0.2 && epochs[0]!.seconds <= seconds - 0.2 + 0.005,
    `${epochs[0]!.seconds} of ${seconds}`,
  );
});

test('an abort stops between two steps, keeps the weights, and leaves the epoch out of the history', async () => {
  const stop = new AbortController();
  const model = linearNet();
  let steps = 0;
  const history = await fit(model, makeDigits(40), {
    epochs: 3,
    batchSize: 4,
    seed: 1,
    signal: stop.signal,
    onStep: () => {
      if (++steps === 14) stop.abort();
    },
  });
  assert.equal(steps, 14);
  assert.deepEqual([history.interrupted, history.epochs.length], [true, 1]);
  assert.ok(weights(model)[0]!.some(value => value !== 0));
});

test('an abort during validation keeps the epoch, without its validation', async () => {
  const stop = new AbortController();
  const history = await fit(linearNet(), makeDigits(8), {
    epochs: 2,
    batchSize: 8,
    seed: 1,
    signal: stop.signal,
    validation: makeDigits(8),
    onStep: () => stop.abort(),
  });
  assert.deepEqual([history.interrupted, history.epochs.length], [true, 1]);
  assert.equal(history.epochs[0]!.validationLoss, undefined);
});

test('a timer gets its turn during training', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await fit(referenceNet({ seed: 1 }), makeDigits(60), { epochs: 1, batchSize: 10, seed: 1 });
  clearInterval(timer);
  assert.ok(turns >= 3, `${turns} turns in 6 steps`);
});

test('training leaves no tensor behind but the weights', async () => {
  const model = referenceNet({ seed: 1 });
  const { numTensors, numBytes } = tf.memory();
  await fit(model, makeDigits(10), { epochs: 2, batchSize: 4, seed: 1, validation: makeDigits(4) });
  assert.deepEqual([tf.memory().numTensors, tf.memory().numBytes], [numTensors, numBytes]);
});

test('a loss that is no number any more ends the training with advice', async () => {
  const model = linearNet();
  model.setWeights([tf.fill([784, 10], Number.NaN), tf.zeros([10])]);
  await assert.rejects(
    fit(model, makeDigits(4), { epochs: 1, seed: 1 }),
    new Error('fit: the loss became NaN at step 1 of an epoch; start anew with a smaller learningRate'),
  );
});

const refusals: [string, Partial<FitOptions>][] = [
  ['fit: labelSmoothing must be in [0, 1), got 1', { labelSmoothing: 1 }],
  ['fit: epochs must be an integer ≥ 1, got 0', { epochs: 0 }],
  ['fit: batchSize must be an integer ≥ 1, got 0.5', { batchSize: 0.5 }],
  ['fit: learningRate must be a number > 0, got 0', { learningRate: 0 }],
  ['createRandom: seed must be an integer ≥ 0, got -1', { seed: -1 }],
  ["fit: engine must be 'auto', 'session' or 'eager', got 'graph'", { engine: 'graph' as 'auto' }],
  [
    "fit (validation): digits must be [28, 28, 1] as the model's input, got [2, 28, 1]",
    { validation: makeDigits(1, { height: 2 }) },
  ],
];
for (const [message, option] of refusals) {
  test(`refused: ${message}`, () =>
    assert.rejects(
      fit(linearNet(), makeDigits(2), { epochs: 1, seed: 1, ...option }),
      new RangeError(message),
    ));
}

test('refused: digits without labels', () =>
  assert.rejects(
    fit(linearNet(), { ...makeDigits(2), labels: new Uint8Array(0) }, { epochs: 1, seed: 1 }),
    new RangeError('fit: digits must have 2 labels, got 0'),
  ));
