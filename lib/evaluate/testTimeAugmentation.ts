/**
 * One network asked about a digit several times, moved a little each time.
 * Flow: shiftDigits → **testTimeAugmentation** (predict, averagePredictions) → score.
 */
import { type Predictions, predict } from '../model/predict';
import type { tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { averagePredictions } from './averagePredictions';
import { shiftDigits } from './shiftDigits';

/** As it is, and one pixel to each side. */
const CROSS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];

/**
 * The mean of the probabilities over moved copies of each digit. It takes as many times as long as there are shifts.
 *
 * @param shifts `[right, down]` in whole pixels; when left out as it is and one pixel to each of the four sides.
 * @param signal stops between two batches.
 * @throws RangeError if there is no shift, one is not whole, or network and digits do not go together; the signal's
 *   reason when it is aborted.
 * @example score(await testTimeAugmentation(model, validation), validation).accuracy
 * @see Krizhevsky, Sutskever & Hinton, ImageNet Classification with Deep Convolutional Neural Networks (2012), §4.1.
 *   Used in notebooks/13-recipe-ladder.
 */
export async function testTimeAugmentation(
  model: tf.LayersModel,
  digits: Digits,
  { shifts = CROSS, signal }: { shifts?: readonly (readonly [number, number])[]; signal?: AbortSignal } = {},
): Promise<Predictions> {
  if (shifts.length === 0) {
    throw new RangeError('testTimeAugmentation: shifts must hold at least one, got none');
  }
  const answers: Predictions[] = [];
  for (const [right, down] of shifts) {
    answers.push(await predict(model, shiftDigits(digits, right, down), signal ? { signal } : {}));
  }
  return averagePredictions(answers);
}
