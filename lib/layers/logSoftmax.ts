/**
 * The logarithm of softmax, with its gradient: exact where a probability itself would round to 0.
 * Flow: logits → **logSoftmax** → softmaxCrossEntropy.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { logSumExp } from './logSumExp';
import { checkScores } from './scores';
import { softmax } from './softmax';

/**
 * Log-probabilities from scores, one distribution per row.
 *
 *     logSoftmax(x)ᵢ = xᵢ − logSumExp(x)
 *
 * `Math.log(softmax(x))` would give −Infinity for a score that is 800 below the best; this gives −800.
 *
 * @param logits `[batch, classes]`, finite.
 * @returns `[batch, classes]`, each ≤ 0.
 * @throws RangeError if `logits` is not a matrix with at least one class, or holds a value that is not finite.
 * @example logSoftmax(ndarray([1, 2], [0, 800])).data // [-800, 0]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §6.2.2.3. Derived in notebooks/05-cross-entropy.
 */
export function logSoftmax(logits: NdArray): NdArray {
  const { classes } = checkScores('logSoftmax', logits);
  const normaliser = logSumExp(logits);
  return ndarray(
    logits.shape,
    logits.data.map((score, index) => score - normaliser.data[Math.floor(index / classes)]!),
  );
}

/**
 * The upstream gradient carried through `logSoftmax`.
 *
 *     gradientᵢ = upstreamᵢ − softmax(logits)ᵢ · Σⱼ upstreamⱼ
 *
 * @param upstream gradient with respect to the log-probabilities, `[batch, classes]`.
 * @param logits `[batch, classes]`, the input of the forward pass.
 * @returns gradient with respect to `logits`.
 * @throws RangeError as `logSoftmax`, or if the shapes differ.
 * @example logSoftmaxGradient(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0, 0])).data // [0.5, -0.5]
 * @see Derived in notebooks/05-cross-entropy.
 */
export function logSoftmaxGradient(upstream: NdArray, logits: NdArray): NdArray {
  const { batch, classes } = checkScores('logSoftmaxGradient', logits);
  checkShape('logSoftmaxGradient', 'upstream', upstream, logits.shape);
  const probabilities = softmax(logits);
  const gradient = ndarray(logits.shape);
  for (let row = 0; row < batch; row++) {
    const start = row * classes;
    let sum = 0;
    for (let k = start; k < start + classes; k++) sum += upstream.data[k]!;
    for (let k = start; k < start + classes; k++) {
      gradient.data[k] = upstream.data[k]! - probabilities.data[k]! * sum;
    }
  }
  return gradient;
}
