/** The same without native TensorFlow: the eager engine on WebAssembly, resumed to the same numbers. */
import '../tensorflow/useWasm';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, tf } from '../../lib/tensorflow/tf';
import { newStep } from './trainingSteps';
import './trainingStep.test';

test('it is WebAssembly that trained, and the session is refused', async () => {
  assert.equal(await ready(), undefined);
  assert.equal(tf.getBackend(), 'wasm');
  assert.throws(() => newStep('session'), /^Error: traceTrainStep: native TensorFlow is needed, and /);
});
