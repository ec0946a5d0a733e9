/** Augmentation without native TensorFlow: WebAssembly moves the images, JavaScript draws. */
import '../tensorflow/useWasm';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ready, tf } from '../../lib/tensorflow/tf';
import './augment.test';

test('it is WebAssembly that was tried', async () => {
  assert.equal(await ready(), undefined);
  assert.equal(tf.getBackend(), 'wasm');
});
