/**
 * Labels that admit a little doubt, so that the network need not push its scores to infinity.
 * Flow: oneHot → **smoothLabels** → the loss.
 */
import { checkAxes, checkDistributions } from '../check/arrays';
import { checkShare } from '../check/numbers';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * Moves the share `smoothing` of each row to all classes alike.
 *
 *     smooth = (1 − smoothing) · labels + smoothing / classes
 *
 * @param labels `[batch, classes]`, each row in [0, 1] and summing to 1.
 * @param smoothing in `[0, 1)`; 0 changes nothing, 0.1 is usual.
 * @returns `[batch, classes]`, each row in [0, 1] and summing to 1.
 * @throws RangeError if `labels` are not distributions or `smoothing` is out of range.
 * @example smoothLabels(oneHot([1], 4), 0.5).data // [0.125, 0.625, 0.125, 0.125]
 * @see Szegedy et al., Rethinking the Inception Architecture (2016), §7. Derived in notebooks/02-one-hot.
 */
export function smoothLabels(labels: NdArray, smoothing: number): NdArray {
  checkAxes('smoothLabels', 'labels', labels, ['batch', 'classes']);
  checkDistributions('smoothLabels', 'labels', labels);
  checkShare('smoothLabels', 'smoothing', smoothing);
  const classes = labels.shape[1]!;
  return ndarray(
    labels.shape,
    labels.data.map(label => (1 - smoothing) * label + smoothing / classes),
  );
}
