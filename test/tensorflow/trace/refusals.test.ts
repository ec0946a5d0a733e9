/**
 * What cannot be recorded is refused by name, with what to do.
 * Long: one case for each refusal.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import type { TraceOptimizer } from '../../../lib/tensorflow/trace/optimizers/optimizer';
import { traceFunction } from '../../../lib/tensorflow/trace/traceFunction';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { native } from './native';

const INPUTS = { x: { shape: [null, 2] } } as const;

const trace = (compute: (x: tf.Tensor) => tf.Tensor, variables: tf.Variable[] = []): unknown =>
  traceFunction(({ x }) => ({ y: compute(x) }), { inputs: INPUTS, variables });

const READING =
  'traceFunction: the step must not read the numbers of a tensor (dataSync, arraySync, data, array): ' +
  'a graph computes them later; return what you want to see';

test('reading the numbers of a tensor is refused', native, () => {
  assert.throws(() => trace(x => (x.sum().dataSync()[0]! > 0 ? x : x.neg())), { message: READING });
  assert.throws(() => trace(x => tf.tensor1d(x.sum().arraySync() as unknown as number[])), {
    message: READING,
  });
  const numbers = tf.tensor1d([1, 2]);
  assert.doesNotThrow(() => trace(x => x.add(tf.scalar(3).dataSync()[0]!).add(tf.ones([2]))));
  numbers.dispose();
});

test('an asynchronous step is refused', native, () => {
  const step = async (): Promise<tf.Tensor> => tf.scalar(1);
  assert.throws(() => traceFunction(step as never, { inputs: {} }), {
    message: 'traceFunction: what is traced must return tensors by name, got a promise',
  });
});

test('a tensor made outside the step is refused, whether it was used before or not', native, () => {
  const message =
    'traceFunction: an operation uses a tensor made outside the step; pass it as an input or make it a tf.variable';
  const fresh = tf.tensor1d([1, 2]);
  assert.throws(() => trace(x => x.mul(fresh)), { message });
  const used = fresh.add(1);
  assert.throws(() => trace(x => x.mul(used)), { message: message.replace('an operation', 'Mul') });
  assert.throws(() => trace(() => used), { message: message.replace('an operation', 'the result') });
});

test('a variable that is not listed is refused by its name', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 2]), true, 'refusals/weights');
  const message =
    'traceFunction: an operation uses the variable refusals/weights, which is not in variables; list it there';
  assert.throws(() => trace(x => x.mul(weights)), { message });
  weights.add(1);
  assert.throws(() => trace(x => x.mul(weights)), { message: message.replace('an operation', 'Mul') });
  assert.doesNotThrow(() => trace(x => x.mul(weights), [weights]));
  assert.throws(() => trace(x => x.mul(weights), [weights, weights]), {
    message: 'traceFunction: variables must hold each one once, got refusals/weights twice',
  });
  weights.dispose();
});

test('a function that assigns to a variable is refused', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 2]), true, 'refusals/assigned');
  const assigning = (x: tf.Tensor): tf.Tensor => {
    weights.assign(weights.add(1));
    return x.mul(weights);
  };
  assert.throws(() => trace(assigning, [weights]), {
    message: 'traceFunction: a function must not assign to a variable, and refusals/assigned is assigned to',
  });
  assert.deepEqual([...weights.dataSync()], [1, 2]);
  weights.dispose();
});

test('random numbers drawn in JavaScript are refused', native, () => {
  const refused = (shape: string): { message: string } => ({
    message:
      `traceFunction: the step makes numbers of shape [${shape}] in JavaScript that differ from run to run; ` +
      'for random numbers use statelessUniform, statelessNormal or statelessDropout',
  });
  assert.throws(() => trace(x => x.add(tf.randomUniform([2]))), refused('2'));
  assert.throws(() => trace(x => tf.dropout(x, 0.5)), refused('3, 2'));
  assert.throws(() => trace(x => x.add(tf.randomNormal(x.shape, 0, 1, 'float32', 1))), refused('3, 2'));
});

test('numbers that follow from the batch size in another way are refused', native, () => {
  assert.throws(() => trace(x => x.mul(x.shape[0]! ** 2)), /numbers of shape \[\] in JavaScript that differ/);
});

test('other operations for another batch size are refused', native, () => {
  const message = 'traceFunction: the step must do the same operations for every batch size';
  assert.throws(() => trace(x => (x.shape[0]! > 4 ? x.exp() : x.neg())), { message });
  assert.throws(() => trace(x => (x.shape[0]! > 4 ? x.exp().neg() : x.neg())), { message });
});

test('an operation without a native kernel is refused by name', native, () => {
  assert.throws(() => trace(x => tf.engine().runKernel('Unheard', { x: x as never }) as tf.Tensor), {
    message: 'traceFunction: native TensorFlow.js has no kernel for Unheard; write it with other operations',
  });
});

test('another traced function inside the step is refused', native, () => {
  const inner = traceFunction(({ x }) => ({ y: x.neg() }), { inputs: INPUTS });
  assert.throws(() => trace(() => inner.run({ x: new Float32Array(2) }).y), {
    message: 'run: a step must not run a traced one while it is recorded',
  });
  inner.dispose();
});

test('a step that does not return scalars with a loss is refused', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 2]), true, 'refusals/scalars');
  const traceStep = (step: () => unknown): unknown =>
    traceTrainStep(step as never, { inputs: {}, variables: [weights], optimizer: { name: 'sgd' } });
  const start = 'traceTrainStep: what is traced must return scalar tensors by name, got ';
  assert.throws(() => traceStep(() => weights.sum()), { message: `${start}a tensor of shape []` });
  assert.throws(() => traceStep(() => undefined), { message: `${start}undefined` });
  assert.throws(() => traceStep(() => ({ accuracy: weights.sum() })), {
    message: 'traceTrainStep: what is traced must return { loss }, got no loss',
  });
  assert.throws(() => traceStep(() => ({ loss: weights.mul(1) })), {
    message: `${start}a tensor of shape [2] as loss`,
  });
  assert.throws(() => traceStep(() => ({ loss: weights.sum(), accuracy: 1 })), {
    message: `${start}1 as accuracy`,
  });
  assert.throws(() => traceStep(async () => ({ loss: weights.sum() })), {
    message: `${start}a promise`,
  });
  weights.dispose();
});

test('an optimiser that does not exist or has a number out of range is refused', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 2]), true, 'refusals/optimizer');
  const traceWith = (optimizer: object): unknown =>
    traceTrainStep(() => ({ loss: weights.sum() as tf.Scalar }), {
      inputs: {},
      variables: [weights],
      optimizer: optimizer as TraceOptimizer,
    });
  assert.throws(() => traceWith({ name: 'rmsprop' }), {
    message: 'traceTrainStep: optimizer.name must be one of sgd, momentum, adam, adamw, got rmsprop',
  });
  assert.throws(() => traceWith({ name: 'adam', beta1: 1 }), {
    message: 'traceTrainStep: optimizer.beta1 must be in [0, 1), got 1',
  });
  assert.throws(() => traceWith({ name: 'adamw', weightDecay: -1 }), {
    message: 'traceTrainStep: optimizer.weightDecay must be in [0, Infinity), got -1',
  });
  weights.dispose();
});

test('inputs that do not fit are refused, each in one line', native, () => {
  assert.throws(() => traceFunction(() => ({}), { inputs: { x: { shape: [2, null] } } }), {
    message: 'traceFunction: inputs.x must have whole sizes ≥ 1, the first may be null, got [2, null]',
  });
  const traced = traceFunction(({ x, rows }) => ({ y: x.mul(rows) }), {
    inputs: { x: { shape: [null, 2] }, rows: { shape: [null, 1], dtype: 'int32' } },
  });
  const rows = Int32Array.of(1, 2);
  const x = new Float32Array(4);
  const refused = (inputs: object, message: string): void =>
    assert.throws(() => traced.run(inputs as never), { name: 'RangeError', message: `run: ${message}` });
  refused({ x }, 'the inputs must have rows, got x');
  refused({ x: rows, rows }, 'x must be Float32Array, got Int32Array');
  refused({ x: x.subarray(1), rows }, 'x must hold a multiple of 2 numbers, got 3');
  refused({ x: new Float32Array(0), rows }, 'x must hold a multiple of 2 numbers, got 0');
  refused({ x, rows: rows.subarray(1) }, 'rows must have 2 rows, as x has, got 1');
  refused({ x: tf.ones([2, 3]), rows }, 'x must be [batch, 2], got [2, 3]');
  refused({ x: tf.ones([2, 2], 'int32'), rows }, 'x must be Float32Array, got Int32Array');
  assert.deepEqual(traced.run({ x: tf.ones([2, 2]), rows }).y.arraySync(), [
    [1, 1],
    [2, 2],
  ]);
  assert.throws(() => traced.assign({ y: x }), {
    message: 'assign: values must be named after variables (there are none), got y',
  });
  assert.throws(() => traced.save('nowhere'), { message: 'save: the graph has no variables' });
  traced.dispose();
});

test('two variables of one name are refused', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 2]), true, 'step');
  assert.throws(
    () =>
      traceTrainStep(() => ({ loss: weights.sum() }), {
        inputs: {},
        variables: [weights],
        optimizer: { name: 'sgd' },
      }),
    { message: 'variables: names must differ, got step twice' },
  );
  weights.dispose();
});

test('without native TensorFlow the refusal says why, and who says more', () => {
  const path = join(__dirname, '../../../lib/tensorflow/trace/traceFunction');
  const script = `
    const { traceFunction } = require(${JSON.stringify(path)});
    try { traceFunction(() => ({}), { inputs: {} }); } catch (error) { console.log(error.message); }`;
  const env = { ...process.env, DIGITS_TENSORFLOW: 'wasm' };
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    env,
    encoding: 'utf8',
  });
  assert.equal(
    stdout,
    'traceFunction: native TensorFlow is needed, and DIGITS_TENSORFLOW=wasm asks for the fallback; ' +
      'npm run doctor says more\n',
  );
});
