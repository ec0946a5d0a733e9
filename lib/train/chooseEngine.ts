/**
 * Which engine trains, and why.
 * Flow: fit's `engine` option, the model → **chooseEngine** → TrainingStep.
 */
import type { tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { eagerStep } from './eagerStep';
import { sessionStep } from './sessionStep';
import type { Engine, TrainingStep } from './trainingStep';

/**
 * Opens the engine that was asked for; `'auto'` takes the session where the step can be recorded, else eager.
 *
 * @param seed of the model's dropout layers.
 * @returns the step, and for a fallback to eager the reason.
 * @throws Error if `'session'` was asked for and the step cannot be recorded.
 */
export function chooseEngine(
  engine: Engine | 'auto',
  model: tf.LayersModel,
  digits: Digits,
  learningRate: number,
  seed: number,
): { step: TrainingStep; reason?: string } {
  if (engine === 'eager') return { step: eagerStep(model, learningRate) };
  try {
    return { step: sessionStep(model, digits, learningRate, seed) };
  } catch (error) {
    if (engine === 'session') throw error;
    return { step: eagerStep(model, learningRate), reason: (error as Error).message };
  }
}
