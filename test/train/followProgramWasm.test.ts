/** The same without native TensorFlow: the eager engine on WebAssembly does what a program says. */
import '../tensorflow/useWasm';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, tf } from '../../lib/tensorflow/tf';
import './followProgram.test';

test('it is WebAssembly that followed', async () => {
  assert.equal(await ready(), undefined);
  assert.equal(tf.getBackend(), 'wasm');
});
