/**
 * What every loss asks of its arguments.
 * Flow: **loss arguments** → crossEntropy, softmaxCrossEntropy, binaryCrossEntropy, meanSquaredError.
 */
import type { NdArray } from '../types/ndarray';

/**
 * Refuses labels without a single number: the mean of nothing is not a number.
 *
 * @throws RangeError `caller: labels must not be empty, got shape [shape]`.
 */
export function checkNotEmpty(caller: string, labels: NdArray): void {
  if (labels.data.length === 0) {
    throw new RangeError(`${caller}: labels must not be empty, got shape [${labels.shape.join(', ')}]`);
  }
}
