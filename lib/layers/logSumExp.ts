/**
 * The logarithm of a sum of exponentials, with its gradient: what makes softmax and its loss safe.
 * Flow: logits → **logSumExp** → logSoftmax → softmaxCrossEntropy.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { checkScores } from './scores';
import { softmax } from './softmax';

/**
 * A smooth maximum of each row: a little more than its largest value.
 *
 *     logSumExp(x)ᵢ = log Σⱼ exp(xᵢⱼ) = m + log Σⱼ exp(xᵢⱼ − m),   m = maxⱼ xᵢⱼ
 *
 * With the row maximum m taken out, every exponent is ≤ 0 and nothing can overflow.
 *
 * @param logits `[batch, classes]`, finite.
 * @returns `[batch]`, each in [m, m + log(classes)].
 * @throws RangeError if `logits` is not a matrix with at least one class, or holds a value that is not finite.
 * @example logSumExp(ndarray([1, 2], [1000, 1000])).data // [1000.6931471805599]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §4.1. Derived in notebooks/05-cross-entropy.
 */
export function logSumExp(logits: NdArray): NdArray {
  const { batch, classes } = checkScores('logSumExp', logits);
  const result = ndarray([batch]);
  for (let row = 0; row < batch; row++) {
    const scores = logits.data.subarray(row * classes, (row + 1) * classes);
    const largest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    result.data[row] = largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0));
  }
  return result;
}

/**
 * The upstream gradient carried through `logSumExp`.
 *
 *     gradientᵢⱼ = upstreamᵢ · softmax(logits)ᵢⱼ
 *
 * @param upstream gradient with respect to the result, `[batch]`.
 * @param logits `[batch, classes]`, the input of the forward pass.
 * @returns gradient with respect to `logits`.
 * @throws RangeError as `logSumExp`, or if `upstream` has another batch.
 * @example logSumExpGradient(ndarray([1], [2]), ndarray([1, 2], [0, 0])).data // [1, 1]
 * @see Derived in notebooks/05-cross-entropy.
 */
export function logSumExpGradient(upstream: NdArray, logits: NdArray): NdArray {
  const { batch, classes } = checkScores('logSumExpGradient', logits);
  checkShape('logSumExpGradient', 'upstream', upstream, [batch]);
  const gradient = softmax(logits).data.map((p, index) => p * upstream.data[Math.floor(index / classes)]!);
  return ndarray(logits.shape, gradient);
}
