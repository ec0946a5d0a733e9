/**
 * What softmax and its kin ask of their scores.
 * Flow: logits → **scores** → softmax, logSoftmax, logSumExp, softmaxCrossEntropy.
 */
import { checkAxes, checkFinite } from '../check/arrays';
import type { NdArray } from '../types/ndarray';

/**
 * The two sizes of a matrix of scores.
 *
 * @throws RangeError if `logits` is not a matrix with at least one class, or holds a value that is not finite.
 */
export function checkScores(caller: string, logits: NdArray): { batch: number; classes: number } {
  checkAxes(caller, 'logits', logits, ['batch', 'classes']);
  checkFinite(caller, 'logits', logits);
  const [batch, classes] = logits.shape as [number, number];
  return { batch, classes };
}
