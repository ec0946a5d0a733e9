/**
 * What is kept in a session: variables of its own, read, assigned, saved, restored and freed.
 * Long: one test for each promise of the session.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import { nativeBackend } from '../../../lib/tensorflow/trace/binding';
import { traceFunction } from '../../../lib/tensorflow/trace/traceFunction';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { assertClose } from './assertClose';
import { native } from './native';

/** loss = mean((x · w)²) for one weight per column: every number of it can be worked out by hand. */
function squareStep(weights: tf.Variable, optimizer: 'sgd' | 'adam' = 'sgd') {
  return traceTrainStep(({ x }) => ({ loss: x.mul(weights).square().sum(1).mean() as tf.Scalar }), {
    inputs: { x: { shape: [null, 2] } },
    variables: [weights],
    optimizer: { name: optimizer },
  });
}

function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'digits-test-'));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

test(
  'a step of gradient descent is the one worked out by hand, with the rate of that very step',
  native,
  () => {
    const weights = tf.variable(tf.tensor1d([1, 2]), true, 'hand/weights');
    const step = squareStep(weights);
    const x = Float32Array.of(1, 1, 3, 1); // Two rows; mean of squares by column: 5 and 1.
    assert.equal(step.run({ x }, 0.1).loss, 9); // 5 · 1² + 1 · 2²
    // weight − rate · 2 · mean(x²) · weight: 1 − 0.1 · 10 = 0 and 2 − 0.1 · 4 = 1.6
    assertClose(step.read()['hand/weights']!, tf.tensor1d([0, 1.6]), 1e-6, 'weights');
    step.run({ x }, 0);
    assertClose(step.read()['hand/weights']!, tf.tensor1d([0, 1.6]), 1e-6, 'weights after a rate of 0');
    step.run({ x }, 0.5); // 1.6 − 0.5 · 2 · 1.6
    assertClose(step.read()['hand/weights']!, tf.tensor1d([0, 0]), 1e-6, 'weights after a rate of 0.5');
    step.dispose();
    weights.dispose();
  },
);

test('the loss is divided by the rows that are really there', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 1]), true, 'rows/weights');
  const step = squareStep(weights);
  for (const rows of [1, 2, 3, 64])
    assert.equal(step.run({ x: new Float32Array(rows * 2).fill(1) }, 0).loss, 2);
  step.dispose();
  weights.dispose();
});

test('two sessions on the same variables do not disturb each other, nor the variables', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 1]), true, 'two/weights');
  const [first, second] = [squareStep(weights), squareStep(weights)];
  const x = Float32Array.of(1, 1);
  first.run({ x }, 0.25);
  assert.deepEqual([...first.read()['two/weights']!.dataSync()], [0.5, 0.5]);
  assert.deepEqual([...second.read()['two/weights']!.dataSync()], [1, 1]);
  assert.deepEqual([...weights.dataSync()], [1, 1]);
  first.dispose();
  assert.equal(second.run({ x }, 0.25).loss, 2);
  second.dispose();
  weights.dispose();
});

test('what was read, fed or handed over does not change when training goes on', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 1]), true, 'kept/weights');
  const step = squareStep(weights);
  const x = Float32Array.of(1, 1);
  const fed = new Float32Array(2).fill(4);
  step.assign({ 'kept/weights': fed });
  const read = step.read()['kept/weights']!;
  step.toVariables();
  step.run({ x }, 0.25);
  assert.deepEqual([...fed], [4, 4]);
  assert.deepEqual([...read.dataSync()], [4, 4]);
  assert.deepEqual([...weights.dataSync()], [4, 4]);
  fed.fill(9);
  assert.deepEqual([...step.read()['kept/weights']!.dataSync()], [2, 2]);
  step.toVariables();
  assert.deepEqual([...weights.dataSync()], [2, 2]);
  weights.assign(tf.tensor1d([7, 8]));
  step.fromVariables();
  assert.deepEqual([...step.read()['kept/weights']!.dataSync()], [7, 8]);
  step.dispose();
  weights.dispose();
});

test('a restored training goes on to the very same numbers, in another session too', native, () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'checkpoint');
  const weights = tf.variable(tf.tensor1d([1, 3]), true, 'saved/weights');
  const x = Float32Array.of(1, 2, 3, -1);
  const run = (step: ReturnType<typeof squareStep>): number[] =>
    Array.from({ length: 5 }, () => step.run({ x }, 0.1).loss);
  const step = squareStep(weights, 'adam');
  run(step);
  step.save(path);
  assert.deepEqual(readdirSync(folder.path).sort(), ['checkpoint.data-00000-of-00001', 'checkpoint.index']);
  const onwards = run(step);
  step.restore(path);
  assert.deepEqual(run(step), onwards);
  const another = squareStep(weights, 'adam');
  another.restore(path);
  assert.equal(another.read().step!.dataSync()[0], 5);
  assert.deepEqual(run(another), onwards);
  const ask = traceFunction(() => ({ doubled: weights.mul(2) }), { inputs: {}, variables: [weights] });
  ask.restore(path); // The function takes from the checkpoint what it knows.
  another.restore(path);
  assertClose(ask.run({}).doubled, another.read()['saved/weights']!.mul(2), 1e-6, 'doubled');
  for (const traced of [step, another, ask]) traced.dispose();
  weights.dispose();
  folder.remove();
});

test('a missing, damaged or foreign checkpoint is refused, and nothing changes', native, () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'checkpoint');
  const weights = tf.variable(tf.tensor1d([1, 3]), true, 'refused/weights');
  const step = squareStep(weights, 'adam');
  const start = (error: string) => (thrown: Error) => thrown.message.startsWith(`restore: ${path}: ${error}`);
  assert.throws(
    () => step.restore(path),
    start('Unsuccessful TensorSliceReader constructor: Failed to find'),
  );

  const other = tf.variable(tf.ones([3]), true, 'refused/other');
  const foreign = traceFunction(() => ({ other: other.mul(1) }), { inputs: {}, variables: [other] });
  foreign.save(path);
  assert.throws(() => step.restore(path), start('Key refused/weights not found in checkpoint'));
  other.dispose();

  const wider = tf.variable(tf.ones([3]), true, 'refused/wider');
  Object.assign(wider, { name: 'refused/weights' });
  const sameName = traceTrainStep(() => ({ loss: wider.sum() as tf.Scalar }), {
    inputs: {},
    variables: [wider],
    optimizer: { name: 'adam' },
  });
  sameName.save(path);
  assert.throws(() => step.restore(path), start('Shape of tensor'));

  step.save(path);
  truncateSync(`${path}.data-00000-of-00001`, 4);
  assert.throws(() => step.restore(path), start(''));
  assert.deepEqual([...step.read()['refused/weights']!.dataSync()], [1, 3]);
  for (const traced of [step, foreign, sameName]) traced.dispose();
  tf.dispose([weights, wider]);
  folder.remove();
});

test('no run leaves a tensor behind, and dispose frees the session', native, () => {
  const { binding } = nativeBackend('test') as unknown as {
    binding: { getNumOfSavedModels(): number; getNumOfTensors(): number };
  };
  const weights = tf.variable(tf.tensor1d([1, 1]), true, 'freed/weights');
  weights.dataSync();
  const before = () => [tf.memory().numTensors, binding.getNumOfTensors(), binding.getNumOfSavedModels()];
  squareStep(weights).dispose(); // Gives the variable its handle.
  const start = before();
  const own = temporaryFolder(); // Other processes may trace at this very moment.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = own.path;
  const step = squareStep(weights, 'adam');
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  assert.deepEqual(readdirSync(own.path), []);
  own.remove();
  for (let count = 0; count < 20; count++) step.run({ x: Float32Array.of(1, 1) }, 0.1);
  tf.dispose(step.read());
  step.fromVariables();
  step.dispose();
  step.dispose();
  assert.deepEqual(before(), start);
  assert.throws(() => step.run({ x: Float32Array.of(1, 1) }, 0.1), {
    message: 'run: the session is disposed',
  });
  weights.dispose();
});

test('a refused step leaves TensorFlow.js as it was', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 1]), true, 'whole/weights');
  const before = tf.memory().numTensors;
  assert.throws(() =>
    traceTrainStep(
      () => {
        weights.assign(tf.tensor1d([5, 5]));
        return { loss: weights.dataSync()[0]! as unknown as tf.Scalar };
      },
      { inputs: {}, variables: [weights], optimizer: { name: 'sgd' } },
    ),
  );
  assert.deepEqual([...weights.dataSync()], [1, 1]);
  assert.equal(tf.memory().numTensors, before);
  const gradient = tf.grad(x => x.relu().sum())(tf.tensor1d([-1, 2]));
  assert.deepEqual([...gradient.dataSync()], [0, 1]);
  assert.equal(existsSync(join(tmpdir(), 'saved_model.pb')), false);
  weights.dispose();
});
