/**
 * Goes through all digits once.
 * Flow: fit, once per epoch → **trainEpoch** → TrainingStep, once per batch.
 */
import { setImmediate } from 'node:timers/promises';
import { batches } from '../data/batches';
import type { Pace } from './pace';
import type { Plan } from './plan';
import type { TrainingState } from './trainingState';
import type { TrainingStep } from './trainingStep';
import { readWeights } from './weights';

/**
 * Trains on every digit once, in an order of its own; in a resumed epoch on those that are left.
 *
 * @param save writes a checkpoint.
 * @returns whether the epoch is whole; false when the signal stopped it.
 * @throws Error if the loss of a step is not a finite number.
 */
export async function trainEpoch(
  plan: Plan,
  state: TrainingState,
  trainingStep: TrainingStep,
  pace: Pace,
  save: () => Promise<void>,
): Promise<boolean> {
  const { train, batchSize, stepsPerEpoch, checkpoint, signal } = plan;
  const epoch = state.epochs.length + 1;
  const before = (epoch - 1) * stepsPerEpoch;
  let index = 0;
  let mark = performance.now();
  pace.start(mark);
  for (const batch of batches(train, { batchSize, seed: state.order })) {
    if (index++ < state.step) continue;
    if (signal?.aborted) return false;
    const learningRate = plan.rates[before + state.step]!;
    const { loss, accuracy } = trainingStep.run(batch, learningRate);
    state.addStep(loss, batch.count);
    const { step } = state;
    if (!Number.isFinite(loss)) {
      throw new Error(
        `fit: the loss became ${loss} at step ${step} of an epoch; start anew with a smaller learningRate`,
      );
    }
    if (state.average?.counts(epoch, before + step)) {
      trainingStep.updateModel();
      state.average.add(readWeights(plan.model));
    }
    const measured = { epoch, step, steps: stepsPerEpoch, learningRate, loss, accuracy };
    const now = performance.now();
    const event = { ...measured, ...pace.step(batch.count, now) };
    const listening = plan.onStep?.(event, () => trainingStep.updateModel());
    if (listening instanceof Promise) {
      state.stepSeconds += (now - mark) / 1000;
      await listening;
      mark = performance.now();
      pace.start(mark);
    }
    await setImmediate();
    state.stepSeconds += (performance.now() - mark) / 1000;
    // The end of an epoch has a checkpoint of its own.
    if (checkpoint?.everySteps && (before + step) % checkpoint.everySteps === 0 && step < stepsPerEpoch) {
      await save();
      pace.start(performance.now());
    }
    mark = performance.now();
  }
  return true;
}
