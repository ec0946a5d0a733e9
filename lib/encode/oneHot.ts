/**
 * Class labels as rows with a single 1, because labels are names and not amounts.
 * Flow: labels → **oneHot** → the loss.
 */
import { checkInteger } from '../check/numbers';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * One row for each label: 1 in the label's column, 0 elsewhere.
 *
 *     oneHot(labels)ᵢⱼ = 1 if j = labelsᵢ, else 0
 *
 * Any two different classes are equally far apart this way; as integers, 3 would lie between 2 and 4.
 *
 * @param labels class indices, whole numbers in `[0, classes)`.
 * @param classes how many classes there are, ≥ 1. Column j is class j, whichever labels occur.
 * @returns `[batch, classes]`.
 * @throws RangeError naming the first label that is not a class.
 * @example oneHot([2, 0], 3).data // [0, 0, 1, 1, 0, 0]
 * @see Bishop, Pattern Recognition and Machine Learning (2006), §4.1.3. Derived in notebooks/02-one-hot.
 */
export function oneHot(labels: ArrayLike<number>, classes: number): NdArray {
  checkInteger('oneHot', 'classes', classes, 1);
  const rows = ndarray([labels.length, classes]);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`oneHot: labels[${row}] must be an integer in [0, ${classes}), got ${label}`);
    }
    rows.data[row * classes + label] = 1;
  }
  return rows;
}
