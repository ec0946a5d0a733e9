/**
 * Goes through all digits once.
 * Flow: fit, once per epoch → **trainEpoch** → TrainingStep, once per batch.
 */
import { setImmediate } from 'node:timers/promises';
import { batches } from '../data/batches';
import type { Digits } from '../types/digits';
import type { TrainingStep } from './trainingStep';

export interface EpochPlan {
  trainingStep: TrainingStep;
  learningRate: number;
  digits: Digits;
  batchSize: number;
  /** Decides the order of the digits. */
  seed: number;
  signal: AbortSignal | undefined;
  onStep(step: { step: number; images: number; loss: number; accuracy: number }): void;
}

/**
 * Trains on every digit once, in an order of its own.
 *
 * @returns the mean loss of the steps, weighted by their images; undefined if the signal stopped it before the end.
 * @throws Error if the loss of a step is not a finite number.
 */
export async function trainEpoch(plan: EpochPlan): Promise<number | undefined> {
  const { trainingStep, learningRate, digits, batchSize, seed, signal, onStep } = plan;
  let step = 0;
  let total = 0;
  for (const batch of batches(digits, { batchSize, seed })) {
    if (signal?.aborted) return undefined;
    step++;
    const { loss, accuracy } = trainingStep.run(batch, learningRate);
    if (!Number.isFinite(loss)) {
      throw new Error(
        `fit: the loss became ${loss} at step ${step} of an epoch; start anew with a smaller learningRate`,
      );
    }
    total += loss * batch.count;
    onStep({ step, images: batch.count, loss, accuracy });
    await setImmediate();
  }
  return total / digits.count;
}
