/**
 * Digits as tensors. The one place where pixels are scaled: what trains a network and what asks it must agree.
 * Flow: batches → **imageTensor, labelTensor** → fit, evaluate, predict.
 */
import type { Digits } from '../types/digits';
import { tf } from './tf';

/** The largest pixel: `imageTensor` divides by it. */
export const WHITE = 255;

/**
 * The images for a network: `[count, height, width, 1]`, pixels divided by 255, in [0, 1].
 *
 * Large inputs saturate the units and make the steps of training too long: notebooks/12-autopsy shows a network that
 * was fed 0 to 255.
 *
 * @see Used in notebooks/10-tensorflow.
 */
export function imageTensor({ images, count, height, width }: Digits): tf.Tensor4D {
  // `new Float32Array` copies at memory's speed; dividing here, number by number, would take as long as a step.
  return tf.tidy(() => tf.tensor4d(new Float32Array(images), [count, height, width, 1]).div(WHITE));
}

/**
 * The labels for a loss: `[count, classes]`, 1 in the column of the class and 0 elsewhere.
 *
 * @see Used in notebooks/10-tensorflow.
 */
export function labelTensor({ labels, classes }: Digits): tf.Tensor2D {
  return tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat() as tf.Tensor2D);
}
