/**
 * Mean squared error, with its gradient: the loss for amounts, and the wrong one for classes.
 * Flow: predictions, labels → **meanSquaredError** → train.
 */
import { checkFinite, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { checkNotEmpty } from './lossArguments';

/**
 * Mean of the squared differences over all entries.
 *
 *     meanSquaredError(y, ŷ) = 1/count · Σ (ŷ − y)²
 *
 * @param labels any shape, finite.
 * @param predictions the same shape, finite.
 * @returns ≥ 0, in the square of the labels' unit.
 * @throws RangeError if the shapes differ, there are none or a value is not finite.
 * @example meanSquaredError(ndarray([2], [1, 0]), ndarray([2], [0, 2])) // 2.5
 * @see Bishop, Pattern Recognition and Machine Learning (2006), §1.1. Derived in notebooks/03-sigmoid.
 */
export function meanSquaredError(labels: NdArray, predictions: NdArray): number {
  checkArguments('meanSquaredError', labels, predictions);
  const sum = labels.data.reduce((total, label, index) => total + (predictions.data[index]! - label) ** 2, 0);
  return sum / labels.data.length;
}

/**
 * Gradient of `meanSquaredError` with respect to the predictions.
 *
 *     gradientᵢ = 2 · (ŷᵢ − yᵢ) / count
 *
 * @param labels any shape, finite.
 * @param predictions the same shape, finite.
 * @returns the same shape.
 * @throws RangeError as `meanSquaredError`.
 * @example meanSquaredErrorGradient(ndarray([2], [1, 0]), ndarray([2], [0, 2])).data // [-1, 2]
 * @see Derived in notebooks/03-sigmoid.
 */
export function meanSquaredErrorGradient(labels: NdArray, predictions: NdArray): NdArray {
  checkArguments('meanSquaredErrorGradient', labels, predictions);
  const count = labels.data.length;
  return ndarray(
    labels.shape,
    labels.data.map((label, index) => (2 * (predictions.data[index]! - label)) / count),
  );
}

function checkArguments(caller: string, labels: NdArray, predictions: NdArray): void {
  checkShape(caller, 'predictions', predictions, labels.shape);
  checkNotEmpty(caller, labels);
  checkFinite(caller, 'labels', labels);
  checkFinite(caller, 'predictions', predictions);
}
