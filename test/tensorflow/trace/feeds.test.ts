/** What goes into a run and what comes out, for every type an input may have. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import { traceFunction } from '../../../lib/tensorflow/trace/traceFunction';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { assertClose } from './assertClose';
import { native } from './native';

test('bytes are fed as bytes, and the function sees them as whole numbers', native, () => {
  const scaled = traceFunction(({ pixels }) => ({ scaled: pixels.toFloat().div(255), pixels }), {
    inputs: { pixels: { shape: [null, 2], dtype: 'uint8' } },
  });
  const { scaled: result, pixels } = scaled.run({ pixels: Uint8Array.of(0, 51, 255, 102) });
  assertClose(
    result,
    tf.tensor2d([
      [0, 0.2],
      [1, 0.4],
    ]),
    1e-6,
    'scaled',
  );
  assert.equal(pixels.dtype, 'int32');
  const fromTensor = scaled.run({ pixels: tf.tensor2d([[255, 0]], [1, 2], 'int32') }).scaled;
  assert.deepEqual([...fromTensor.dataSync()], [1, 0]);
  scaled.dispose();
});

test('a size may follow from a batch of bytes', native, () => {
  const mean = traceFunction(({ pixels }) => ({ mean: pixels.toFloat().sum().div(pixels.shape[0]!) }), {
    inputs: { pixels: { shape: [null], dtype: 'uint8' } },
  });
  assert.equal(mean.run({ pixels: Uint8Array.of(1, 2, 3, 6) }).mean.dataSync()[0], 3);
  mean.dispose();
});

test(
  'Booleans and inputs of one fixed shape are fed too; an input may come straight out again',
  native,
  () => {
    const choose = traceFunction(({ which, x }) => ({ chosen: tf.where(which, x, x.neg()), x }), {
      inputs: { which: { shape: [null], dtype: 'bool' }, x: { shape: [] } },
    });
    const { chosen, x } = choose.run({ which: Uint8Array.of(1, 0), x: Float32Array.of(2) });
    assert.deepEqual([...chosen.dataSync()], [2, -2]);
    assert.equal(x.dataSync()[0], 2);
    choose.dispose();
  },
);

test('a step gives every result it returns, from before the change', native, () => {
  const weights = tf.variable(tf.scalar(3), true, 'feeds/weights');
  const step = traceTrainStep(
    (_, number) => ({ loss: weights.square() as tf.Scalar, doubled: weights.mul(2), number }),
    { inputs: {}, variables: [weights], optimizer: { name: 'sgd' } },
  );
  assert.deepEqual(step.run({}, 0.5), { loss: 9, doubled: 6, number: 0 });
  assert.deepEqual(step.run({}, 0.5), { loss: 0, doubled: 0, number: 1 });
  step.dispose();
  weights.dispose();
});
