/**
 * Cross-entropy of probabilities, with its gradient: how surprised we are by the right answer.
 * Flow: one-hot labels, softmax → **crossEntropy**. To train, use softmaxCrossEntropy: it never meets log 0.
 */
import { checkAxes, checkDistributions, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { checkNotEmpty } from './lossArguments';

/**
 * Mean surprise over the batch, in nats.
 *
 *     crossEntropy(y, p) = −1/batch · Σᵢⱼ yᵢⱼ · log pᵢⱼ,   with 0 · log 0 = 0
 *
 * A right answer that was given probability 0 is an infinite surprise, and `Infinity` is returned.
 *
 * @param labels `[batch, classes]`, one-hot or smoothed: each row in [0, 1] and summing to 1.
 * @param probabilities `[batch, classes]`, each row in [0, 1] and summing to 1.
 * @returns ≥ 0, in nats; log(classes) when every class is equally likely.
 * @throws RangeError if the shapes differ, the batch is empty or a row is no distribution.
 * @example crossEntropy(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0.5, 0.5])) // 0.6931471805599453
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §3.13. Derived in notebooks/05-cross-entropy.
 */
export function crossEntropy(labels: NdArray, probabilities: NdArray): number {
  const batch = checkDistributionPair('crossEntropy', labels, probabilities);
  let sum = 0;
  labels.data.forEach((label, index) => {
    if (label > 0) sum -= label * Math.log(probabilities.data[index]!);
  });
  return sum / batch;
}

/**
 * Gradient of `crossEntropy` with respect to the probabilities.
 *
 *     gradientᵢⱼ = −yᵢⱼ / (pᵢⱼ · batch)
 *
 * @param labels `[batch, classes]`, each row in [0, 1] and summing to 1.
 * @param probabilities `[batch, classes]`, each row in [0, 1] and summing to 1.
 * @returns `[batch, classes]`; −Infinity where the right answer has probability 0.
 * @throws RangeError as `crossEntropy`.
 * @example crossEntropyGradient(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0.5, 0.5])).data // [-2, 0]
 * @see Derived in notebooks/05-cross-entropy.
 */
export function crossEntropyGradient(labels: NdArray, probabilities: NdArray): NdArray {
  const batch = checkDistributionPair('crossEntropyGradient', labels, probabilities);
  const gradient = labels.data.map((label, index) =>
    label > 0 ? -label / (probabilities.data[index]! * batch) : 0,
  );
  return ndarray(labels.shape, gradient);
}

/** The batch size, once both arguments are known to be distributions of the same shape. */
function checkDistributionPair(caller: string, labels: NdArray, probabilities: NdArray): number {
  checkAxes(caller, 'labels', labels, ['batch', 'classes']);
  checkShape(caller, 'probabilities', probabilities, labels.shape);
  checkDistributions(caller, 'labels', labels);
  checkDistributions(caller, 'probabilities', probabilities);
  checkNotEmpty(caller, labels);
  return labels.shape[0]!;
}
