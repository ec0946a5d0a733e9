/**
 * A training that is interrupted and goes on ends where one that nobody disturbed ends, to the last bit.
 * Long: one case for each moment of an interruption, one for each refusal.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { InputError } from '../../../lib/check/inputError';
import { nativeMissing, ready, tf } from '../../../lib/tensorflow/tf';
import type { History, StartEvent, StepEvent } from '../../../lib/train/events';
import { type FitOptions, fit } from '../../../lib/train/fit';
import { constantRate } from '../../../lib/train/schedules/constantRate';
import { cosine } from '../../../lib/train/schedules/cosine';
import { makeDigits } from '../../data/makeDigits';
import { temporaryFolder } from '../../temporaryFolder';
import { digits, options, smallNet, weightsOf } from './smallTraining';

before(ready);

const root = temporaryFolder();
let folders = 0;
const newFolder = (): string => join(root, `training${folders++}`);
const engines = nativeMissing === undefined ? (['session', 'eager'] as const) : (['eager'] as const);

interface Outcome {
  history: History;
  weights: number[][];
  starts: StartEvent[];
  /** Epoch, step, learning rate and loss of every step. */
  steps: number[][];
  /** What the last step said. */
  secondsLeft: number;
}

/** Trains the small network, anew built; `stopAt` aborts after that many steps of this run. */
async function train(changes: Partial<FitOptions> = {}, stopAt = 0): Promise<Outcome> {
  const model = smallNet();
  const stop = new AbortController();
  const starts: StartEvent[] = [];
  const steps: number[][] = [];
  let left = Number.NaN;
  const history = await fit(model, digits, {
    ...options,
    signal: stop.signal,
    onStart: event => starts.push(event),
    onStep: ({ epoch, step, learningRate, loss, secondsLeft }: StepEvent) => {
      left = secondsLeft;
      steps.push([epoch, step, learningRate, loss]);
      if (steps.length === stopAt) stop.abort();
    },
    ...changes,
  });
  return { history, weights: weightsOf(model), starts, steps, secondsLeft: left };
}

/** A history without the times, which are never the same. */
const timeless = ({ history }: Outcome) =>
  history.epochs.map(({ seconds, imagesPerSecond, ...measured }) => measured);

for (const engine of engines) {
  test(`${engine}: interrupted anywhere, a training ends as if nothing had happened`, async () => {
    const undisturbed = await train({ engine });
    assert.equal(undisturbed.steps.length, 21);
    // In the first epoch, at its end, right after it, and twice in one epoch.
    for (const stops of [[3], [7], [8], [15, 2]]) {
      const checkpoint = { folder: newFolder() };
      const parts: Outcome[] = [];
      for (const stopAt of [...stops, 0]) {
        parts.push(await train({ engine, checkpoint, resume: true }, stopAt));
      }
      const last = parts.at(-1)!;
      assert.deepEqual(
        parts.flatMap(({ steps }) => steps),
        undisturbed.steps,
        `stopped at ${stops}`,
      );
      assert.deepEqual(timeless(last), timeless(undisturbed));
      assert.deepEqual(last.weights, undisturbed.weights);
      assert.deepEqual(last.history.bestEpoch, undisturbed.history.bestEpoch);
      const done = stops.reduce((sum, steps) => sum + steps, 0);
      assert.equal(last.history.resumedAtStep, done);
      assert.deepEqual(last.starts, [{ engine, resumedAtStep: done }]);
      assert.equal(last.secondsLeft, 0);
    }
  });
}

test('without a checkpoint resume starts from scratch, and says so before the first step', async () => {
  const { starts, history, steps } = await train({ checkpoint: { folder: newFolder() }, resume: true });
  assert.deepEqual([starts[0]!.resumedAtStep, history.resumedAtStep, steps.length], [0, 0, 21]);
});

test('an interruption during validation has the validation done again', async () => {
  const undisturbed = await train();
  const checkpoint = { folder: newFolder() };
  const stopped = await train({ checkpoint }, 7);
  assert.deepEqual(
    stopped.history.epochs.map(({ validationLoss }) => validationLoss),
    [undefined],
  );
  assert.deepEqual(timeless(await train({ checkpoint, resume: true })), timeless(undisturbed));
});

test('a finished training is resumed with its history, its weights and not a step', async () => {
  const checkpoint = { folder: newFolder() };
  const first = await train({ checkpoint });
  const again = await train({ checkpoint, resume: true });
  assert.deepEqual(
    [again.steps, again.weights, again.history.epochs],
    [[], first.weights, first.history.epochs],
  );
  assert.equal(again.history.resumedAtStep, 21);
});

test('the best weights of early stopping, found before an interruption, are those at the end', async () => {
  // A high rate on labels without a pattern: soon validation only gets worse.
  const hopeless = { learningRate: 0.05, epochs: 20 };
  const undisturbed = await train(hopeless);
  const { bestEpoch = 0, epochs, stoppedEarly } = undisturbed.history;
  assert.deepEqual([stoppedEarly, epochs.length], [true, bestEpoch + 3]);
  const checkpoint = { folder: newFolder() };
  await train({ ...hopeless, checkpoint }, 7 * bestEpoch + 3);
  const resumed = await train({ ...hopeless, checkpoint, resume: true });
  assert.deepEqual([resumed.history.bestEpoch, resumed.weights], [bestEpoch, undisturbed.weights]);
});

test('more epochs go on from fewer where the learning rate does not depend on how many there are', async () => {
  const learningRate = constantRate(0.01);
  const three = await train({ learningRate });
  const checkpoint = { folder: newFolder() };
  await train({ learningRate, checkpoint, epochs: 1 });
  const rest = await train({ learningRate, checkpoint, resume: true });
  assert.deepEqual([rest.steps.length, rest.weights], [14, three.weights]);
});

test('without resume an old checkpoint is left alone until there is a new one', async () => {
  const checkpoint = { folder: newFolder() };
  await train({ checkpoint }, 3);
  const file = join(checkpoint.folder, 'checkpoint.bin');
  const old = readFileSync(file);
  const stop = new AbortController();
  stop.abort();
  await train({ checkpoint, signal: stop.signal });
  assert.deepEqual(readFileSync(file), old);
  const { steps } = await train({ checkpoint }, 4);
  assert.equal(steps.length, 4);
  assert.notDeepEqual(readFileSync(file), old);
});

test('everySteps writes between the ends of epochs, and what a killed process left is cleared', async () => {
  const folder = newFolder();
  const file = join(folder, 'checkpoint.bin');
  await train({ checkpoint: { folder } }, 1);
  writeFileSync(`${file}.12345.part`, 'half a checkpoint');
  const versions = new Set<string>();
  await train({
    checkpoint: { folder, everySteps: 3 },
    epochs: 1,
    learningRate: 0.001,
    onStep: () => versions.add(readFileSync(file, 'latin1').split('\n', 1)[0]!),
  });
  // The old one up to the third step, then those of steps 3 and 6.
  assert.equal(versions.size, 3);
  assert.deepEqual(readdirSync(folder), ['checkpoint.bin']);
});

test('the learning rate of an epoch is that of its last step', async () => {
  const { history, steps } = await train({ learningRate: step => 1e-4 * (step + 1) });
  assert.deepEqual(
    history.epochs.map(({ learningRate }) => learningRate),
    [7, 14, 21].map(step => 1e-4 * step),
  );
  assert.deepEqual(steps[9], [2, 3, 1e-4 * 10, steps[9]![3]]);
});

const ADVICE = 'resume with what the checkpoint was made with, or train without resume';
const foreign: [string, Partial<FitOptions>][] = [
  ['batchSize 4, found 8', { batchSize: 4 }],
  ['seed 2, found 1', { seed: 2 }],
  ['optimizer name sgd, found name adamw', { optimizer: { name: 'sgd' } }],
  ['augment shift 2, found shift 1', { augment: { shift: 2 } }],
  [
    'averaging decay 0.5, everySteps 2, found decay 0.9, everySteps 2',
    { averaging: { everySteps: 2, decay: 0.5 } },
  ],
  ['earlyStopping patience 4, found patience 3', { earlyStopping: { patience: 4 } }],
  [
    'learningRate the same schedule, found another one in the first 7 steps',
    { learningRate: cosine({ peak: 0.01 }) },
  ],
  ['learningRate the same schedule, found another one in the first 7 steps', { epochs: 4 }],
  [
    'validation 20 digits of 8 × 8 in 10 classes (DIGEST), found 20 digits of 8 × 8 in 10 classes (DIGEST)',
    { validation: makeDigits(20, { height: 8, width: 8, seed: 3 }) },
  ],
];
const afterOneEpoch = join(root, 'afterOneEpoch');
before(async () => {
  await train({ checkpoint: { folder: afterOneEpoch } }, 7);
});
for (const [difference, changes] of foreign) {
  test(`refused: expected ${difference}`, () =>
    assert.rejects(
      train({ checkpoint: { folder: afterOneEpoch }, resume: true, ...changes }),
      (error: Error) => {
        assert.ok(error instanceof InputError);
        const message = error.message.replace(/\([0-9a-f]{12}\)/g, '(DIGEST)');
        const file = join(afterOneEpoch, 'checkpoint.bin');
        assert.equal(message, `fit: ${file}: expected ${difference}; ${ADVICE}`);
        return true;
      },
    ));
}

test('refused: other digits, another model, another engine, more steps done than asked for', async () => {
  const checkpoint = { folder: newFolder() };
  await train({ checkpoint });
  const refused = (
    model: tf.LayersModel,
    train: typeof digits,
    changes: Partial<FitOptions>,
    message: RegExp,
  ) =>
    assert.rejects(
      fit(model, train, { ...options, ...changes, checkpoint, resume: true }),
      (error: Error) => {
        assert.ok(error instanceof InputError);
        assert.match(error.message, message);
        return true;
      },
    );
  const others = { ...digits, labels: digits.labels.map(label => 9 - label) };
  await refused(
    smallNet(),
    others,
    {},
    /: expected digits 50 digits of 8 × 8 in 10 classes \(\w{12}\), found 50 digits/,
  );
  const wider = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [8, 8, 1] }), tf.layers.dense({ units: 10 })],
  });
  await refused(
    wider,
    digits,
    {},
    /: expected model 2 layers, 650 parameters \(\w{12}\), found 6 layers, 1506 parameters/,
  );
  await refused(smallNet(), digits, { epochs: 2 }, /: expected at most 14 steps, found 21; /);
  if (nativeMissing === undefined) {
    await refused(smallNet(), digits, { engine: 'eager' }, /: expected engine eager, found session; /);
  }
});

test('refused: a damaged checkpoint, and the model keeps its weights', async () => {
  const checkpoint = { folder: newFolder() };
  const file = join(checkpoint.folder, 'checkpoint.bin');
  await train({ checkpoint }, 3);
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
  const model = smallNet();
  const fresh = weightsOf(model);
  await assert.rejects(
    fit(model, digits, { ...options, checkpoint, resume: true }),
    /^InputError: fit: .*checkpoint\.bin: expected SHA-256 \w{64}, found \w{64}; delete it or train without resume$/,
  );
  assert.deepEqual(weightsOf(model), fresh);
});

test('refused before the first step: a checkpoint folder that is a file, resume without a folder', async () => {
  const folder = join(root, 'file');
  writeFileSync(folder, '');
  let steps = 0;
  await assert.rejects(
    train({ checkpoint: { folder }, onStep: () => steps++ }),
    new InputError(`fit: checkpoint.folder ${folder}: expected a folder, found EEXIST`),
  );
  assert.equal(steps, 0);
  await assert.rejects(
    train({ resume: true }),
    new RangeError('fit: resume needs checkpoint.folder, got none'),
  );
  const everySteps = { folder: join(root, 'unused'), everySteps: 0 };
  await assert.rejects(
    train({ checkpoint: everySteps }),
    new RangeError('fit: checkpoint.everySteps must be an integer ≥ 1, got 0'),
  );
  assert.equal(existsSync(everySteps.folder), false);
});
