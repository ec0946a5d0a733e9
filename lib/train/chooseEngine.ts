/**
 * Which engine trains, and why.
 * Flow: fit's `engine` option, the model → **chooseEngine** → TrainingStep.
 */
import type { tf } from '../tensorflow/tf';
import { checkOptimizer } from '../tensorflow/trace/optimizers/optimizer';
import type { Digits } from '../types/digits';
import { checkAugmentation } from './augment/augmentation';
import { eagerStep } from './eagerStep';
import { sessionStep } from './sessionStep';
import type { Engine, StepOptions, TrainingStep } from './trainingStep';

/**
 * Opens the engine that was asked for; `'auto'` takes the session where the step can be recorded, else eager.
 *
 * @param digits of the size that the steps will get.
 * @returns the step, and for a fallback to eager the reason.
 * @throws RangeError if an option is out of its range.
 * @throws Error if `'session'` was asked for and the step cannot be recorded.
 */
export function chooseEngine(
  engine: Engine | 'auto',
  model: tf.LayersModel,
  digits: Digits,
  options: StepOptions,
): { step: TrainingStep; reason?: string } {
  checkOptimizer('fit', options.optimizer);
  if (options.augment) checkAugmentation('fit', options.augment);
  if (engine === 'eager') return { step: eagerStep(model, options) };
  try {
    return { step: sessionStep(model, digits, options) };
  } catch (error) {
    if (engine === 'session') throw error;
    return { step: eagerStep(model, options), reason: (error as Error).message };
  }
}
