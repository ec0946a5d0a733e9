/** Without native TensorFlow: the eager engine on WebAssembly, with schedule, averaging and checkpoints. */
import '../../tensorflow/useWasm';
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ready, tf } from '../../../lib/tensorflow/tf';
import { fit } from '../../../lib/train/fit';
import { temporaryFolder } from '../../temporaryFolder';
import { digits, options, smallNet, weightsOf } from './smallTraining';

before(ready);

test('WebAssembly: a training interrupted in its second epoch ends as if nothing had happened', async () => {
  assert.equal(tf.getBackend(), 'wasm');
  const undisturbed = smallNet();
  const wanted = await fit(undisturbed, digits, options);
  const checkpoint = { folder: temporaryFolder() };
  const stop = new AbortController();
  await fit(smallNet(), digits, {
    ...options,
    checkpoint,
    signal: stop.signal,
    onStep: ({ epoch, step }) => epoch === 2 && step === 3 && stop.abort(),
  });
  const model = smallNet();
  const history = await fit(model, digits, { ...options, checkpoint, resume: true });
  assert.deepEqual([history.engine, history.resumedAtStep, history.epochs.length], ['eager', 10, 3]);
  assert.deepEqual(
    history.epochs.map(({ loss, validationLoss, learningRate }) => [loss, validationLoss, learningRate]),
    wanted.epochs.map(({ loss, validationLoss, learningRate }) => [loss, validationLoss, learningRate]),
  );
  assert.deepEqual(weightsOf(model), weightsOf(undisturbed));
});
