import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import util from 'node:util';
import { backendInfo } from '../../lib/tensorflow/backendInfo';
import { imageTensor, labelTensor } from '../../lib/tensorflow/digitTensors';
import { repairNode } from '../../lib/tensorflow/repairNode';
import { nativeMissing, ready, tf } from '../../lib/tensorflow/tf';

test('a product of matrices is right on whatever backend this machine has', async () => {
  await ready();
  assert.deepEqual([...tf.matMul([[1, 2]], [[3], [4]]).dataSync()], [11]);
});

test('backendInfo agrees with the backend that computes', async () => {
  const info = await backendInfo();
  assert.equal(info.backend, tf.getBackend());
  assert.equal(info.native, nativeMissing === undefined);
  assert.equal(info.native, info.backend === 'tensorflow');
  assert.equal(info.reason === undefined, info.native);
  assert.match(info.version, /^\d+\.\d+\.\d+/);
  assert.match(info.build, /^tfjs-(node|backend-wasm|backend-cpu) \d+\.\d+\.\d+$/);
  assert.ok(info.threads >= 1);
});

test('pixels become [count, height, width, 1] numbers from 0 to 1, labels become rows with one 1', () => {
  const digits = {
    images: Uint8Array.of(0, 51, 255, 102),
    labels: Uint8Array.of(2, 0),
    count: 2,
    height: 1,
    width: 2,
    classes: 3,
  };
  tf.tidy(() => {
    const images = imageTensor(digits);
    assert.deepEqual(images.shape, [2, 1, 2, 1]);
    assert.deepEqual([...images.dataSync()], [...Float32Array.of(0, 0.2, 1, 0.4)]);
    const labels = labelTensor(digits);
    assert.deepEqual(
      [labels.shape, labels.dtype, [...labels.dataSync()]],
      [[2, 3], 'float32', [0, 0, 1, 1, 0, 0]],
    );
  });
});

test('what newer Node took away from tfjs-node is put back', () => {
  const old = util as unknown as Record<string, unknown>;
  const { isArray, isNullOrUndefined } = old;
  try {
    delete old.isArray;
    delete old.isNullOrUndefined;
    repairNode();
    const repaired = old as { isArray(value: unknown): boolean; isNullOrUndefined(value: unknown): boolean };
    assert.deepEqual([[], {}, undefined].map(repaired.isArray), [true, false, false]);
    assert.deepEqual([null, undefined, 0, ''].map(repaired.isNullOrUndefined), [true, true, false, false]);
  } finally {
    Object.assign(old, { isArray, isNullOrUndefined });
  }
});

test('Node has nothing to say about what TensorFlow calls', () => {
  const script = "const { tf } = require('./lib/tensorflow/tf.ts'); tf.add([1], [2]).dataSync();";
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stderr, /Deprecat|DEP\d+/);
});
