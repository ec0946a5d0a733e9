/**
 * Cross-entropy for yes-or-no questions, with its gradient, straight from the scores.
 * Flow: one neuron's logit ("is it a 3?") → **binaryCrossEntropy** → train.
 */
import { checkFinite, checkRange, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { checkNotEmpty } from './lossArguments';
import { sigmoid } from './sigmoid';

/**
 * Mean surprise over all entries, in nats, where p = sigmoid(logit) is the probability of a yes.
 *
 *     −y · log p − (1 − y) · log(1 − p) = max(x, 0) − x · y + log(1 + exp(−|x|))
 *
 * The right-hand form is the one computed: it has no logarithm of 0.
 *
 * @param labels any shape, in [0, 1]: 1 for yes, 0 for no.
 * @param logits the same shape, finite scores before the sigmoid.
 * @returns ≥ 0, in nats; log 2 = 0.693 when every logit is 0.
 * @throws RangeError if the shapes differ, there are none, a label leaves [0, 1] or a score is not finite.
 * @example binaryCrossEntropy(ndarray([2], [1, 0]), ndarray([2], [0, 0])) // 0.6931471805599453
 * @see Bishop, Pattern Recognition and Machine Learning (2006), §4.3.2. Derived in notebooks/05-cross-entropy.
 */
export function binaryCrossEntropy(labels: NdArray, logits: NdArray): number {
  checkArguments('binaryCrossEntropy', labels, logits);
  const sum = logits.data.reduce((total, score, index) => {
    return total + Math.max(score, 0) - score * labels.data[index]! + Math.log1p(Math.exp(-Math.abs(score)));
  }, 0);
  return sum / labels.data.length;
}

/**
 * Gradient of `binaryCrossEntropy` with respect to the logits.
 *
 *     gradientᵢ = (sigmoid(xᵢ) − yᵢ) / count
 *
 * @param labels any shape, in [0, 1].
 * @param logits the same shape, finite.
 * @returns the same shape.
 * @throws RangeError as `binaryCrossEntropy`.
 * @example binaryCrossEntropyGradient(ndarray([1], [1]), ndarray([1], [0])).data // [-0.5]
 * @see Derived in notebooks/05-cross-entropy.
 */
export function binaryCrossEntropyGradient(labels: NdArray, logits: NdArray): NdArray {
  checkArguments('binaryCrossEntropyGradient', labels, logits);
  const count = labels.data.length;
  return ndarray(
    logits.shape,
    sigmoid(logits).data.map((yes, index) => (yes - labels.data[index]!) / count),
  );
}

function checkArguments(caller: string, labels: NdArray, logits: NdArray): void {
  checkShape(caller, 'logits', logits, labels.shape);
  checkNotEmpty(caller, labels);
  checkRange(caller, 'labels', labels, 0, 1);
  checkFinite(caller, 'logits', logits);
}
