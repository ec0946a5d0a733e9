/**
 * Several networks asked as one.
 * Flow: fit with several seeds → **ensemble** (predict, averagePredictions) → score, calibration.
 */
import { type Predictions, predict } from '../model/predict';
import type { tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { averagePredictions } from './averagePredictions';

/**
 * The mean of the networks' probabilities: where they disagree, each errs on its own and is outvoted.
 *
 * @param models at least one; each ends in logits.
 * @param signal stops between two batches.
 * @throws RangeError if there is no model, or one and the digits do not go together; the signal's reason when it is
 *   aborted.
 * @example score(await ensemble([first, second, third], validation), validation).accuracy
 * @see Lakshminarayanan, Pritzel & Blundell, Simple and Scalable Predictive Uncertainty Estimation using Deep Ensembles
 *   (2017). Used in notebooks/13-recipe-ladder.
 */
export async function ensemble(
  models: readonly tf.LayersModel[],
  digits: Digits,
  options: { signal?: AbortSignal } = {},
): Promise<Predictions> {
  if (models.length === 0) throw new RangeError('ensemble: models must hold at least one, got none');
  const answers: Predictions[] = [];
  for (const model of models) answers.push(await predict(model, digits, options));
  return averagePredictions(answers);
}
