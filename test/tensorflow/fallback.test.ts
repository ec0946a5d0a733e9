import './useWasm';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { backendInfo } from '../../lib/tensorflow/backendInfo';
import { ready, tf } from '../../lib/tensorflow/tf';

test('before ready() TensorFlow computes in JavaScript, after it in WebAssembly, with the same tensors', async () => {
  assert.equal(tf.getBackend(), 'cpu');
  const matrix = tf.tensor2d([[1, 2]]);
  assert.deepEqual([...tf.matMul(matrix, [[3], [4]]).dataSync()], [11]);
  assert.equal(await ready(), undefined);
  assert.equal(tf.getBackend(), 'wasm');
  assert.deepEqual([...tf.matMul(matrix, [[3], [4]]).dataSync()], [11]);
});

test('backendInfo says that it is not native, and why', async () => {
  const info = await backendInfo();
  assert.deepEqual(info, {
    backend: 'wasm',
    native: false,
    gpu: false,
    version: '4.22.0',
    build: 'tfjs-backend-wasm 4.22.0',
    threads: info.threads,
    reason: 'DIGITS_TENSORFLOW=wasm asks for the fallback',
  });
  assert.ok(info.threads >= 1);
});

test('danfojs-node, which asks for tfjs-node by name, loads and works on the same TensorFlow', () => {
  const danfo = require('danfojs-node') as typeof import('danfojs-node');
  const frame = new danfo.DataFrame({ label: [1, 2, 2], ink: [10, 20, 40] });
  assert.ok(danfo.tensorflow.engine() === tf.engine());
  assert.deepEqual(frame.tensor.shape, [3, 2]);
  assert.deepEqual(frame.groupby(['label']).col(['ink']).mean().column('ink_mean').values, [10, 30]);
});

test('nothing is printed: TensorFlow.js does not advertise tfjs-node', () => {
  const script = "const { tf } = require('./lib/tensorflow/tf.ts'); tf.matMul([[1]], [[2]]).dataSync();";
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    encoding: 'utf8',
  });
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});
