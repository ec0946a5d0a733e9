/**
 * Measures a network on labelled digits it has not been trained on.
 * Flow: fit, loadModel → **evaluate** → the number in the headline, the confusion heat map, the wrong ones.
 */
import { checkModelFits } from '../model/checkModelFits';
import { type Predictions, predict } from '../model/predict';
import { score } from '../model/score';
import type { tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { confusionMatrix } from './confusionMatrix';

/** What `evaluate` finds. */
export interface Evaluation extends Predictions {
  /** Mean softmax cross-entropy, in nats. */
  loss: number;
  /** Part classified right, in [0, 1]. */
  accuracy: number;
  /** How many were classified right. */
  correct: number;
  /** How many there were. */
  count: number;
  /** `[classes][classes]` counts: row = true class, column = predicted class. */
  confusion: number[][];
}

/**
 * Loss, accuracy and confusion of a network on labelled digits, with every single answer.
 *
 * @param model a network that ends in logits.
 * @param signal stops between two batches.
 * @throws RangeError if the network and the digits do not go together, or the digits have no labels; the
 *   signal's reason when it is aborted.
 * @example (await evaluate(model, test)).accuracy // 0.985
 * @see Used in notebooks/00-start-here, notebooks/11-training.
 */
export async function evaluate(
  model: tf.LayersModel,
  digits: Digits,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Evaluation> {
  checkModelFits('evaluate', model, digits, { needsLabels: true });
  const predictions = await predict(model, digits, signal ? { signal } : {});
  const confusion = confusionMatrix(digits.labels, predictions.classes, digits.classes);
  return { ...score(predictions, digits), count: digits.count, confusion, ...predictions };
}
