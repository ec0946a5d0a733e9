/** Schedules, optimisers, averaging and early stopping as fit puts them together. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate } from '../../lib/evaluate/evaluate';
import { ready, tf } from '../../lib/tensorflow/tf';
import type { EpochEvent } from '../../lib/train/events';
import { type FitOptions, fit } from '../../lib/train/fit';
import { cosine } from '../../lib/train/schedules/cosine';
import { halves, makeDigits } from '../data/makeDigits';
import { temporaryFolder } from '../temporaryFolder';

before(ready);

/** A linear model that begins at 0. */
function linearNet(): tf.LayersModel {
  const layer = tf.layers.dense({ units: 10, kernelInitializer: 'zeros' });
  return tf.sequential({ layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), layer] });
}

const biasOf = (model: tf.LayersModel): number[] => Array.from(model.getWeights()[1]!.dataSync());
const near = (one: number, other: number, tolerance = 1e-6): boolean => Math.abs(one - other) <= tolerance;

const engines = tf.getBackend() === 'tensorflow' ? (['session', 'eager'] as const) : (['eager'] as const);

for (const engine of engines) {
  test(`${engine}: every step is as long as the schedule says`, async () => {
    // Of an untrained linear model the bias' gradient is 1/10 for each class that does not occur, at every step the
    // same but for a change in the probabilities that a tiny rate keeps small.
    const model = linearNet();
    const rates: number[] = [];
    await fit(model, halves(8), {
      epochs: 2,
      batchSize: 4,
      learningRate: cosine({ peak: 1e-6 }),
      optimizer: { name: 'sgd' },
      engine,
      seed: 1,
      onStep: ({ learningRate }) => rates.push(learningRate),
    });
    assert.ok([1e-6, 0.75e-6, 0.25e-6, 0].every((rate, step) => near(rate, rates[step]!, 1e-12)));
    assert.ok(near(biasOf(model)[9]!, -0.1 * 2e-6, 1e-10), `${biasOf(model)[9]}`);
  });

  test(`${engine}: the model that is validated, told and kept has the mean of the weights`, async () => {
    const options: FitOptions = { epochs: 2, batchSize: 4, learningRate: 0.01, engine, seed: 1 };
    // The same training in pieces: what the weights are after each of its six steps.
    const after = async (steps: number): Promise<number[]> => {
      const model = linearNet();
      const stop = new AbortController();
      let done = 0;
      const onStep = () => ++done === steps && stop.abort();
      await fit(model, makeDigits(12), { ...options, signal: stop.signal, onStep });
      return biasOf(model);
    };
    const [two, four, six] = [await after(2), await after(4), await after(6)];
    const model = linearNet();
    const validation = makeDigits(10, { seed: 2 });
    const told: number[][] = [];
    const history = await fit(model, makeDigits(12), {
      ...options,
      validation,
      averaging: { everySteps: 2 },
      onEpoch: () => told.push(biasOf(model)),
    });
    const mean = two.map((value, index) => (value + four[index]! + six[index]!) / 3);
    assert.ok(biasOf(model).every((value, index) => near(value, mean[index]!)));
    assert.ok(told[0]!.every((value, index) => near(value, two[index]!)));
    assert.deepEqual(told[1], biasOf(model));
    const { loss } = await evaluate(model, validation);
    assert.equal(history.epochs[1]!.validationLoss, loss);
  });
}

test('weights that a listener keeps stay as they were when the mean moves on', async () => {
  const model = linearNet();
  const kept: { bias: tf.Tensor; values: number[] }[] = [];
  await fit(model, makeDigits(12), {
    ...{ epochs: 3, batchSize: 4, learningRate: 0.01, seed: 1, averaging: { everySteps: 1 } },
    onEpoch: () => kept.push({ bias: model.getWeights()[1]!.clone(), values: biasOf(model) }),
  });
  for (const { bias, values } of kept) assert.deepEqual(Array.from(bias.dataSync()), values);
  assert.notDeepEqual(kept[0]!.values, kept[2]!.values);
  tf.dispose(kept.map(({ bias }) => bias));
});

test('averaging does not disturb training itself', async () => {
  const losses = async (averaging?: FitOptions['averaging']): Promise<number[]> => {
    const { epochs } = await fit(linearNet(), makeDigits(20), {
      epochs: 3,
      batchSize: 5,
      seed: 1,
      ...(averaging ? { averaging } : {}),
    });
    return epochs.map(({ loss }) => loss);
  };
  assert.deepEqual(await losses({ everySteps: 1 }), await losses());
});

test('a mean that has not begun leaves the last weights', async () => {
  const options: FitOptions = { epochs: 1, batchSize: 4, seed: 1 };
  const [plain, averaged] = [linearNet(), linearNet()];
  await fit(plain, makeDigits(12), options);
  await fit(averaged, makeDigits(12), { ...options, averaging: { fromEpoch: 2 } });
  assert.deepEqual(biasOf(averaged), biasOf(plain));
});

/** Labels without any pattern to validate with: learning the training digits by heart only makes it worse. */
const hopeless: FitOptions = {
  epochs: 30,
  batchSize: 10,
  learningRate: 0.01,
  seed: 1,
  validation: makeDigits(30, { seed: 5 }),
};

test('early stopping ends training and gives the model the weights of the best epoch', async () => {
  const model = linearNet();
  const told: number[][] = [];
  const history = await fit(model, makeDigits(30), {
    ...hopeless,
    earlyStopping: { patience: 3 },
    onEpoch: () => told.push(biasOf(model)),
  });
  const losses = history.epochs.map(({ validationLoss }) => validationLoss!);
  const best = losses.indexOf(Math.min(...losses)) + 1;
  assert.deepEqual(
    [history.stoppedEarly, history.interrupted, history.bestEpoch, history.epochs.length],
    [true, false, best, best + 3],
  );
  assert.deepEqual(biasOf(model), told[best - 1]);
});

test('with more patience than epochs the model still ends with the best ones', async () => {
  const model = linearNet();
  const told: number[][] = [];
  const history = await fit(model, makeDigits(30), {
    ...hopeless,
    epochs: 6,
    earlyStopping: { patience: 6 },
    onEpoch: () => told.push(biasOf(model)),
  });
  assert.deepEqual([history.stoppedEarly, history.epochs.length], [false, 6]);
  assert.ok(history.bestEpoch! < 6, `best ${history.bestEpoch}`);
  assert.deepEqual(biasOf(model), told[history.bestEpoch! - 1]);
});

test('an abort keeps the last weights, not the best', async () => {
  const model = linearNet();
  const stop = new AbortController();
  const told: number[][] = [];
  const history = await fit(model, makeDigits(30), {
    ...hopeless,
    earlyStopping: { patience: 30 },
    signal: stop.signal,
    onEpoch: ({ epoch }: EpochEvent) => {
      told.push(biasOf(model));
      if (epoch === 6) stop.abort();
    },
  });
  assert.ok(history.bestEpoch! < 6, `best ${history.bestEpoch}`);
  assert.deepEqual(biasOf(model), told.at(-1));
});

test('2 000 steps with averaging and checkpoints leave no tensor behind, and memory does not grow', async () => {
  const model = linearNet();
  const { numTensors, numBytes } = tf.memory();
  const mebibytes: number[] = [];
  await fit(model, makeDigits(320), {
    epochs: 100,
    batchSize: 16,
    seed: 1,
    averaging: { everySteps: 5 },
    checkpoint: { folder: temporaryFolder() },
    onEpoch: () => mebibytes.push(process.memoryUsage.rss() / 2 ** 20),
  });
  assert.deepEqual([tf.memory().numTensors, tf.memory().numBytes], [numTensors, numBytes]);
  // One batch of images leaked at every step, 50 kB, would be 48 MiB in the second half.
  const [half, end] = [mebibytes[49]!, mebibytes[99]!];
  assert.ok(end - half < 24, `${half} MiB after 1 000 steps, ${end} after 2 000`);
});

const refusals: [string, Partial<FitOptions>][] = [
  [
    'learningRates: schedule must give a finite number ≥ 0, got NaN at step 0 of 1',
    { learningRate: () => Number.NaN },
  ],
  ['fit: averaging.decay must be a number in (0, 1], got 2', { averaging: { decay: 2 } }],
  [
    "fit: earlyStopping.metric 'validationLoss' needs validation digits, got none",
    { earlyStopping: { patience: 1 } },
  ],
];
for (const [message, option] of refusals) {
  test(`refused: ${message}`, () =>
    assert.rejects(
      fit(linearNet(), makeDigits(2), { epochs: 1, seed: 1, ...option }),
      new RangeError(message),
    ));
}
