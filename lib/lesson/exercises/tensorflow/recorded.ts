/**
 * What a function gives when it is recorded and then run, for an exercise.
 * Flow: an answer → **recorded** (traceFunction, where TensorFlow is native) → traceable.
 */
import type { NdArray } from '../../../types/ndarray';
import { borrowTensorflow, nativeMissing, tensorOf } from './borrow';

type Tensor = import('../../../tensorflow/tf').tf.Tensor;
type Recorder = typeof import('../../../tensorflow/trace/traceFunction');

/**
 * Records `compute` for a batch of any size and runs it.
 *
 * Without native TensorFlow nothing can be recorded; then it is called eagerly, and must not read numbers either.
 *
 * @returns `{ outputs }`, or `{ refused }` with the reason.
 */
export function recorded(images: NdArray, compute: (images: Tensor) => unknown): object {
  const tf = borrowTensorflow();
  tf.engine().startScope();
  try {
    const input = tensorOf(images);
    const result = (nativeMissing() ? withoutReading : inSession)(input, compute);
    return { outputs: result.arraySync() };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  } finally {
    tf.engine().endScope();
  }
}

function inSession(input: Tensor, compute: (images: Tensor) => unknown): Tensor {
  const { traceFunction } = require('../../../tensorflow/trace/traceFunction') as Recorder;
  const traced = traceFunction(({ images }) => ({ result: compute(images) as Tensor }), {
    inputs: { images: { shape: [null, ...input.shape.slice(1)] } },
  });
  try {
    return traced.run({ images: input }).result;
  } finally {
    traced.dispose();
  }
}

function withoutReading(input: Tensor, compute: (images: Tensor) => unknown): Tensor {
  const { prototype } = borrowTensorflow().Tensor;
  const { dataSync, data } = prototype;
  const refuse = (): never => {
    throw new Error('the numbers of a tensor must not be read (dataSync, arraySync, data, array)');
  };
  Object.assign(prototype, { dataSync: refuse, data: refuse });
  try {
    const result = compute(input);
    if (result instanceof borrowTensorflow().Tensor) return result;
    throw new Error(`a tensor must be returned, got ${result}`);
  } finally {
    Object.assign(prototype, { dataSync, data });
  }
}
