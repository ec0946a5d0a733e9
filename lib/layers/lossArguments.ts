/**
 * What every loss asks of its arguments.
 * Flow: **loss arguments** → crossEntropy, softmaxCrossEntropy, binaryCrossEntropy, meanSquaredError.
 */
import type { NdArray } from '../types/ndarray';

/**
 * The number of examples a mean is taken over.
 *
 * @throws RangeError if it is 0: the mean of nothing is not a number.
 */
export function checkBatch(caller: string, labels: NdArray): number {
  const batch = labels.shape[0] ?? 1;
  if (batch === 0) throw new RangeError(`${caller}: labels must have at least one row, got none`);
  return batch;
}
