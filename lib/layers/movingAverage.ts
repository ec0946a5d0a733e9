/**
 * A moving average: how batch normalisation remembers the batches it saw.
 * Flow: batchNorm's mean and variance → **movingAverage** → batchNormInference.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * The average, one step on.
 *
 *     next = momentum · average + (1 − momentum) · newest
 *
 * @param average what was known so far, any shape.
 * @param newest what this batch says, same shape.
 * @param momentum in `[0, 1]`; 0.99 as in Keras when left out.
 * @returns the shape of `average`.
 * @throws RangeError if the shapes differ or `momentum` is out of range.
 * @example movingAverage(ndarray([1], [2]), ndarray([1], [10]), 0.75).data // [4]
 * @see Ioffe & Szegedy, Batch Normalization (2015), §3.1. Derived in notebooks/13-recipe-ladder.
 */
export function movingAverage(average: NdArray, newest: NdArray, momentum: number = 0.99): NdArray {
  checkShape('movingAverage', 'newest', newest, average.shape);
  if (!(momentum >= 0 && momentum <= 1)) {
    throw new RangeError(`movingAverage: momentum must be in [0, 1], got ${momentum}`);
  }
  const next = average.data.map((value, index) => momentum * value + (1 - momentum) * newest.data[index]!);
  return ndarray(average.shape, next);
}
