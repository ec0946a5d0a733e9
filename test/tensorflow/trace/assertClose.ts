/** Says where two tensors differ. */
import assert from 'node:assert/strict';
import type { tf } from '../../../lib/tensorflow/tf';

/** The tolerance is relative to the largest number of `expected`, so that noise around 0 does not count. */
export function assertClose(actual: tf.Tensor, expected: tf.Tensor, tolerance: number, name: string): void {
  assert.deepEqual(actual.shape, expected.shape, name);
  const wanted = Array.from(expected.dataSync());
  const scale = Math.max(1e-3, ...wanted.map(Math.abs));
  for (const [index, value] of actual.dataSync().entries()) {
    const error = Math.abs(value - wanted[index]!) / scale;
    assert.ok(error <= tolerance, `${name}[${index}]: got ${value}, expected ${wanted[index]}`);
  }
}
