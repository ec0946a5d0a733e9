/** Two engines, one training: what the session computes is held against what eager TensorFlow.js computes. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { referenceNet } from '../../lib/model/referenceNet';
import { nativeMissing, ready, tf } from '../../lib/tensorflow/tf';
import type { TraceOptimizer } from '../../lib/tensorflow/trace/optimizers/optimizer';
import { chooseEngine } from '../../lib/train/chooseEngine';
import type { StepEvent } from '../../lib/train/events';
import { type FitOptions, fit } from '../../lib/train/fit';
import { makeDigits } from '../data/makeDigits';
import { losses, newStep, OPTIONS } from './trainingSteps';

before(ready);

const needsNative = nativeMissing === undefined ? {} : { skip: 'native TensorFlow is not installed' };
const options: FitOptions = { epochs: 2, batchSize: 8, learningRate: 0.001, seed: 1 };

/** The losses of every step and the weights at the end. */
async function trained(model: tf.LayersModel, engine: NonNullable<FitOptions['engine']>) {
  const losses: number[] = [];
  const onStep = ({ loss }: StepEvent) => losses.push(loss);
  const history = await fit(model, makeDigits(20), { ...options, engine, onStep });
  return { history, losses, weights: model.getWeights().map(weight => weight.dataSync()) };
}

test('session and eager take the same steps, the short last batch too', needsNative, async () => {
  const session = await trained(referenceNet({ seed: 1 }), 'session');
  const eager = await trained(referenceNet({ seed: 1 }), 'eager');
  assert.deepEqual([session.history.engine, eager.history.engine], ['session', 'eager']);
  assert.equal(session.losses.length, 6);
  for (const [step, loss] of session.losses.entries()) {
    const wanted = eager.losses[step]!;
    assert.ok(Math.abs(loss - wanted) < 1e-3 * wanted, `step ${step}: ${loss}, eager ${wanted}`);
  }
  for (const [index, weights] of session.weights.entries()) {
    // Adam moves a weight by up to the learning rate whatever its gradient's size: noise in a gradient near 0 counts.
    const far = weights.filter((weight, at) => Math.abs(weight - eager.weights[index]![at]!) > 1e-3).length;
    assert.ok(far <= weights.length / 1000, `${far} of ${weights.length} weights differ`);
  }
});

test('auto takes the session, and gives no reason', needsNative, async () => {
  const { history } = await trained(referenceNet({ seed: 1 }), 'auto');
  assert.deepEqual([history.engine, history.engineReason], ['session', undefined]);
});

/** A network with a layer that draws its random numbers in JavaScript. */
const noisyNet = () =>
  tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),
      tf.layers.gaussianNoise({ stddev: 0.1 }),
      tf.layers.dense({ units: 10 }),
    ],
  });

test('auto trains eagerly what cannot be recorded, and says why', needsNative, async () => {
  const { history } = await trained(noisyNet(), 'auto');
  assert.equal(history.engine, 'eager');
  assert.match(history.engineReason ?? '', /^traceTrainStep: /);
});

test('the session is refused what cannot be recorded', needsNative, async () => {
  const error = await trained(noisyNet(), 'session').catch(error => error);
  assert.match(error.message, /^traceTrainStep: /);
});

test('the model has the weights of the epoch when the epoch is told, and of the last step after an abort', async () => {
  const model = referenceNet({ seed: 1 });
  const bias = () => Array.from(model.getWeights().at(-1)!.dataSync());
  const stop = new AbortController();
  const seen: number[][] = [bias()];
  await fit(model, makeDigits(20), {
    ...options,
    signal: stop.signal,
    onEpoch: () => seen.push(bias()),
    onStep: ({ epoch, step }) => epoch === 2 && step === 2 && stop.abort(),
  });
  seen.push(bias());
  assert.equal(seen.length, 3);
  assert.notDeepEqual(seen[0], seen[1]);
  assert.notDeepEqual(seen[1], seen[2]);
});

test(
  'weights that are no numbers any more end the training, also where ReLU hides them from the loss',
  needsNative,
  async () => {
    await assert.rejects(
      fit(referenceNet({ seed: 1 }), makeDigits(20), { ...options, learningRate: 1e30, engine: 'session' }),
      /^Error: fit: (the loss became NaN|weights of \S+ are no numbers any more) .*; start anew with a smaller learningRate$/,
    );
  },
);

const optimizers: TraceOptimizer[] = [
  { name: 'sgd' },
  { name: 'momentum' },
  { name: 'momentum', momentum: 0.5, nesterov: true },
  { name: 'adam' },
  { name: 'adam', beta1: 0.8, beta2: 0.99, epsilon: 0.1 },
  { name: 'adamw', weightDecay: 0.5 },
];
for (const optimizer of optimizers) {
  test(
    `${JSON.stringify(optimizer)}: session and eager stay together for 50 steps, dropout and augmentation included`,
    needsNative,
    () => {
      const options = { ...OPTIONS, optimizer };
      const [session, eager] = [newStep('session', options), newStep('eager', options)];
      const wanted = losses(eager, 0, 50);
      for (const [number, loss] of losses(session, 0, 50).entries()) {
        const difference = Math.abs(loss - wanted[number]!);
        assert.ok(
          difference < 1e-3 * (1 + wanted[number]!),
          `step ${number}: ${loss}, eager ${wanted[number]}`,
        );
      }
      const states = [session.state(), eager.state()] as const;
      assert.deepEqual([...states[0].keys()].sort(), [...states[1].keys()].sort());
      for (const [name, { shape, values }] of states[0]) {
        const other = states[1].get(name)!;
        assert.deepEqual([values.constructor, shape], [other.values.constructor, other.shape]);
        const largest = Array.from(values, Math.abs).reduce((most, value) => Math.max(most, value));
        const far = values.filter((value, at) => Math.abs(value - other.values[at]!) > 5e-3 * largest + 1e-6);
        assert.equal(far.length, 0, `${name}: ${far.length} of ${values.length} differ`);
      }
      for (const step of [session, eager]) step.dispose();
    },
  );
}

test(
  'smoothed labels too give both engines the same losses, worked by hand for equal logits',
  needsNative,
  () => {
    const options = { ...OPTIONS, augment: undefined, labelSmoothing: 0.2 };
    const [session, eager] = [newStep('session', options), newStep('eager', options)];
    const wanted = losses(eager, 0, 20);
    for (const [number, loss] of losses(session, 0, 20).entries())
      assert.ok(Math.abs(loss - wanted[number]!) < 1e-3, `step ${number}: ${loss}, eager ${wanted[number]}`);
    for (const step of [session, eager]) step.dispose();

    // Logits 2, 0, 0, 0 for class 1 of 4: goals 0.85 and 0.05, log-sum-exp ln(e² + 3), so ln(e² + 3) − 0.05 · 2.
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [1, 1, 1] }), tf.layers.dense({ units: 4 })],
    });
    model.setWeights([tf.zeros([1, 4]), tf.tensor1d([2, 0, 0, 0])]);
    const digit = {
      images: Uint8Array.of(9),
      labels: Uint8Array.of(1),
      count: 1,
      height: 1,
      width: 1,
      classes: 4,
    };
    for (const engine of ['session', 'eager'] as const) {
      const { step } = chooseEngine(engine, model, digit, { ...options, optimizer: { name: 'sgd' } });
      const { loss } = step.run(digit, 0);
      assert.ok(Math.abs(loss - (Math.log(Math.exp(2) + 3) - 0.1)) < 1e-5, `${engine}: ${loss}`);
      step.dispose();
    }
  },
);

test('a state of the session is one of the eager engine too, and back', needsNative, () => {
  const [session, eager] = [newStep('session'), newStep('eager')];
  losses(session, 0, 6);
  eager.restore(session.state());
  const [one, other] = [losses(session, 6, 12), losses(eager, 6, 12)];
  for (const [number, loss] of one.entries()) assert.ok(Math.abs(loss - other[number]!) < 1e-4 * (1 + loss));
  session.restore(eager.state());
  assert.deepEqual([...session.state().get('step')!.values], [12]);
  for (const step of [session, eager]) step.dispose();
});
