/**
 * Asks a network about digits, batch by batch.
 * Flow: fit, loadModel → **predict** (askModel) → evaluate, validation, submissions.
 */
import { setImmediate } from 'node:timers/promises';
import { batches } from '../data/batches';
import { ready, type tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { askModel } from './askModel';
import { checkModelFits } from './checkModelFits';

const BATCH_SIZE = 500;

/** A network's answers, one row per image in the order of the digits. */
export interface Predictions {
  /** The most probable class of each image. */
  classes: Uint8Array;
  /** `count · classes` numbers in [0, 1], row by row; each row sums to 1. */
  probabilities: Float32Array;
  /** Their natural logarithms, exact also where a probability is too small to be more than 0. */
  logProbabilities: Float32Array;
}

/**
 * The classes and probabilities a network gives to images; labels are not looked at.
 *
 * @param model a network that ends in logits.
 * @param signal stops between two batches.
 * @throws RangeError if the network and the digits do not go together; the signal's reason when it is aborted.
 * @example (await predict(model, test)).classes[0] // 7
 * @see Used in notebooks/00-start-here, notebooks/15-ship-it.
 */
export async function predict(
  model: tf.LayersModel,
  digits: Digits,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Predictions> {
  checkModelFits('predict', model, digits, { needsLabels: false });
  await ready();
  const classes = new Uint8Array(digits.count);
  const probabilities = new Float32Array(digits.count * digits.classes);
  const logProbabilities = new Float32Array(digits.count * digits.classes);
  let row = 0;
  const asked = askModel(model, digits);
  try {
    for (const batch of batches(digits, { batchSize: BATCH_SIZE })) {
      signal?.throwIfAborted();
      const answer = asked.answer(batch);
      classes.set(answer.classes, row);
      logProbabilities.set(answer.logProbabilities, row * digits.classes);
      row += batch.count;
      await setImmediate();
    }
  } finally {
    asked.dispose();
  }
  for (const [index, value] of logProbabilities.entries()) probabilities[index] = Math.exp(value);
  return { classes, probabilities, logProbabilities };
}
