/**
 * The training loss, with its gradient by hand.
 * Flow: logits, one-hot labels → **loss** → train.
 */
import { checkDistributions, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { logSoftmax } from './logSoftmax';
import { checkNotEmpty } from './lossArguments';
import { checkScores } from './scores';
import { softmax } from './softmax';

/**
 * Softmax and cross-entropy in one, straight from the scores: nothing overflows, and no logarithm meets a 0.
 *
 *     softmaxCrossEntropy(y, x) = −1/batch · Σᵢⱼ yᵢⱼ · logSoftmax(x)ᵢⱼ
 *
 * @param labels `[batch, classes]`, one-hot or smoothed: each row in [0, 1] and summing to 1.
 * @param logits `[batch, classes]`, finite scores; the last layer has no activation.
 * @returns ≥ 0, in nats. An untrained network starts near log(classes), 2.303 for ten digits.
 * @throws RangeError if the shapes differ, the batch is empty, a row of labels is no distribution, or a score is not finite.
 * @example softmaxCrossEntropy(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0, 1000])) // 1000
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §6.2.2.3. Derived in notebooks/05-cross-entropy.
 */
export function softmaxCrossEntropy(labels: NdArray, logits: NdArray): number {
  const batch = checkArguments('softmaxCrossEntropy', labels, logits);
  const logProbabilities = logSoftmax(logits);
  return labels.data.reduce((sum, label, index) => sum - label * logProbabilities.data[index]!, 0) / batch;
}

/**
 * Gradient of `softmaxCrossEntropy` with respect to the logits: what was predicted minus what was true.
 *
 *     gradientᵢⱼ = (softmax(x)ᵢⱼ − yᵢⱼ) / batch
 *
 * @param labels `[batch, classes]`, each row in [0, 1] and summing to 1.
 * @param logits `[batch, classes]`, finite.
 * @returns `[batch, classes]`, each row summing to 0.
 * @throws RangeError as `softmaxCrossEntropy`.
 * @example softmaxCrossEntropyGradient(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0, 0])).data // [-0.5, 0.5]
 * @see Derived in notebooks/05-cross-entropy.
 */
export function softmaxCrossEntropyGradient(labels: NdArray, logits: NdArray): NdArray {
  const batch = checkArguments('softmaxCrossEntropyGradient', labels, logits);
  const gradient = softmax(logits).data.map((p, index) => (p - labels.data[index]!) / batch);
  return ndarray(logits.shape, gradient);
}

/** The batch size, once the arguments are known to be sound. */
function checkArguments(caller: string, labels: NdArray, logits: NdArray): number {
  const { batch } = checkScores(caller, logits);
  checkShape(caller, 'labels', labels, logits.shape);
  checkDistributions(caller, 'labels', labels);
  checkNotEmpty(caller, labels);
  return batch;
}
