/**
 * The classification loss as the one operation that TensorFlow has for it, gradient included.
 * Flow: labels, logits → **fusedSoftmaxCrossEntropy** → mean → a training step.
 */
import { tf } from '../tf';
import { firstGradientOnly, operation, typeAttribute } from './operation';

/**
 * The loss of each example, in nats.
 *
 *     loss = logSumExp(logits) − logits[label]
 *
 * `tf.losses.softmaxCrossEntropy` gives the mean of the same numbers in 45 operations with its gradient; this is one.
 * Works eagerly too, on native TensorFlow.
 *
 * @param labels int32 `[batch]`, classes; or float32 `[batch, classes]`, distributions.
 * @param logits `[batch, classes]`.
 * @returns `[batch]`, each ≥ 0.
 * @throws Error if a label is outside [0, classes), or native TensorFlow is missing.
 * @example fusedSoftmaxCrossEntropy(tf.tensor1d([1], 'int32'), tf.tensor2d([[0, 0]])) // [0.6931472]
 * @see Derived in notebooks/05-cross-entropy.
 */
export function fusedSoftmaxCrossEntropy(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor1D {
  const sparse = labels.rank === 1;
  const op = sparse ? 'SparseSoftmaxCrossEntropyWithLogits' : 'SoftmaxCrossEntropyWithLogits';
  const types = [typeAttribute('T', 'float32'), ...(sparse ? [typeAttribute('Tlabels', 'int32')] : [])];
  const losses = tf.customGrad((...inputs) => {
    const [scores, save] = inputs as [tf.Tensor, tf.GradSaveFunc];
    const [value, slope] = operation(op, [scores, labels], types, 2);
    save([scores, slope!]);
    const gradFunc = (upstream: tf.Tensor, [inputs, saved]: tf.Tensor[]): tf.Tensor =>
      upstream.expandDims(1).mul(firstGradientOnly(op, saved!, [inputs!]));
    return { value: value!, gradFunc };
  });
  return losses(logits) as tf.Tensor1D;
}
