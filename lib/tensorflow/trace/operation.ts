/**
 * Runs one of TensorFlow's operations that TensorFlow.js has no function for; a Recorder hears it like any other.
 * Flow: stateless numbers, fused losses and gradients → **operation** → tf.backend().
 */
import { tf } from '../tf';
import { nativeBackend, type OperationAttribute } from './binding';
import { type FeedType, typeNumber } from './types';

/**
 * The outputs of an operation. TensorFlow.js knows no gradient of it: give it one with `tf.customGrad`.
 *
 * @throws Error if native TensorFlow is missing, or refuses the inputs.
 */
export function operation(
  op: string,
  inputs: readonly tf.Tensor[],
  attributes: OperationAttribute[],
  outputs: number = 1,
): tf.Tensor[] {
  return nativeBackend(op).executeMultipleOutputs(op, attributes, inputs, outputs);
}

/** An attribute that names a type, such as `T`. */
export function typeAttribute(name: string, type: FeedType): OperationAttribute {
  return { name, type: nativeBackend(name).binding.TF_ATTR_TYPE, value: typeNumber[type] };
}

/**
 * A gradient that has no gradient of its own.
 *
 * @param inputs what it was computed from.
 * @throws Error when a gradient of it is asked for; TensorFlow.js would take it for a constant and be wrong.
 */
export function firstGradientOnly(op: string, gradient: tf.Tensor, inputs: tf.Tensor[]): tf.Tensor {
  const gradFunc = (): never => {
    throw new Error(`${op}: the gradient of its gradient is not known`);
  };
  return tf.customGrad(() => ({ value: gradient.clone(), gradFunc }))(...inputs);
}
