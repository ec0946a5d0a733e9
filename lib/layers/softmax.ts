/**
 * Scores to probabilities, with the gradient.
 * Flow: logits → **softmax** → crossEntropy, or a reader who wants to know how sure the network is.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { checkScores } from './scores';

/**
 * Class probabilities from unnormalised scores, one distribution per row.
 *
 *     softmax(x)ᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)
 *
 * The row maximum is subtracted first: the result is the same and `exp` cannot overflow.
 *
 * @param logits `[batch, classes]`, finite.
 * @returns `[batch, classes]`, each row in [0, 1] and summing to 1.
 * @throws RangeError if `logits` is not a matrix with at least one class, or holds a value that is not finite.
 * @example softmax(ndarray([1, 2], [0, Math.log(3)])).data // [0.25, 0.75], nearly
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §6.2.2.3. Derived in notebooks/04-softmax.
 */
export function softmax(logits: NdArray): NdArray {
  const { batch, classes } = checkScores('softmax', logits);
  const probabilities = ndarray(logits.shape);
  for (let row = 0; row < batch; row++) {
    const scores = logits.data.subarray(row * classes, (row + 1) * classes);
    const largest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    const powers = scores.map(score => Math.exp(score - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    for (let k = 0; k < classes; k++) probabilities.data[row * classes + k] = powers[k]! / total;
  }
  return probabilities;
}

/**
 * The upstream gradient carried through `softmax`.
 *
 *     gradientᵢ = pᵢ · (upstreamᵢ − Σⱼ upstreamⱼ pⱼ),   p = softmax(logits)
 *
 * A row's gradient sums to 0: raising all scores alike changes nothing.
 *
 * @param upstream gradient with respect to the probabilities, `[batch, classes]`.
 * @param logits `[batch, classes]`, the input of the forward pass.
 * @returns gradient with respect to `logits`.
 * @throws RangeError as `softmax`, or if the shapes differ.
 * @example softmaxGradient(ndarray([1, 2], [1, 0]), ndarray([1, 2], [0, 0])).data // [0.25, -0.25]
 * @see Derived in notebooks/04-softmax.
 */
export function softmaxGradient(upstream: NdArray, logits: NdArray): NdArray {
  const { batch, classes } = checkScores('softmaxGradient', logits);
  checkShape('softmaxGradient', 'upstream', upstream, logits.shape);
  const probabilities = softmax(logits);
  const gradient = ndarray(logits.shape);
  for (let row = 0; row < batch; row++) {
    const start = row * classes;
    let mean = 0;
    for (let k = start; k < start + classes; k++) mean += upstream.data[k]! * probabilities.data[k]!;
    for (let k = start; k < start + classes; k++) {
      gradient.data[k] = probabilities.data[k]! * (upstream.data[k]! - mean);
    }
  }
  return gradient;
}
