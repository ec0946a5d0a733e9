/**
 * Where exercises get TensorFlow from, and how they see what an answer does with it.
 * Flow: tensorflow/tf, when an answer is checked → **borrow** → leak, transplant, recorded.
 */
import type { NdArray } from '../../../types/ndarray';

type Door = typeof import('../../../tensorflow/tf');
type Tensor = import('../../../tensorflow/tf').tf.Tensor;

/**
 * TensorFlow.js, loaded now if it is not yet: `digits-cnn/lesson` serves lessons without TensorFlow, too.
 */
export function borrowTensorflow(): Door['tf'] {
  return (require('../../../tensorflow/tf') as Door).tf;
}

/** Whether TensorFlow.js runs without native TensorFlow here. */
export function nativeMissing(): boolean {
  return (require('../../../tensorflow/tf') as Door).nativeMissing !== undefined;
}

/** A tensor of the same numbers, in float32 or as whole numbers. */
export function tensorOf({ shape, data }: NdArray, type: 'float32' | 'int32' = 'float32'): Tensor {
  const values = type === 'int32' ? Int32Array.from(data) : Float32Array.from(data);
  return borrowTensorflow().tensor(values, [...shape], type);
}

/** What a use of TensorFlow gave, and what it left behind. */
export interface Left {
  readonly tensorsLeft: number;
  readonly bytesLeft: number;
}

/**
 * Calls `use` with tensors made by `lend`, and counts. In the end nothing is left: neither what was lent, nor what was
 * forgotten.
 */
export function counted<Lent, Result>(
  lend: () => Lent,
  use: (lent: Lent) => Result,
): Left & { result: Result } {
  const tf = borrowTensorflow();
  tf.engine().startScope(); // As tidy, which would warn of a promise.
  try {
    const lent = lend();
    const before = tf.memory();
    const result = use(lent);
    const after = tf.memory();
    return {
      result,
      tensorsLeft: after.numTensors - before.numTensors,
      bytesLeft: after.numBytes - before.numBytes,
    };
  } finally {
    tf.engine().endScope();
  }
}
