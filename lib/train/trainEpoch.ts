/**
 * Goes through all digits once.
 * Flow: fit, once per epoch → **trainEpoch** → TrainingStep, once per batch.
 */
import { setImmediate } from 'node:timers/promises';
import { batches } from '../data/batches';
import type { Pace } from './pace';
import { stepsDone, type Training } from './training';
import { readWeights } from './weights';

/**
 * Trains on every digit once, in an order of its own; in a resumed epoch on those that are left.
 *
 * @param save writes a checkpoint; called every so many steps if the plan says so.
 * @returns whether the epoch is whole; false when the signal stopped it.
 * @throws Error if the loss of a step is not a finite number.
 */
export async function trainEpoch(
  { plan, state, step: trainingStep }: Training,
  { pace, save }: { pace: Pace; save: () => Promise<void> },
): Promise<boolean> {
  const { train, batchSize, stepsPerEpoch, signal } = plan;
  const { everySteps } = plan.checkpoint ?? {};
  const epoch = state.epochs.length + 1;
  let index = 0;
  let mark = performance.now();
  pace.start(mark);
  for (const batch of batches(train, { batchSize, seed: state.order })) {
    if (index++ < state.step) continue;
    if (signal?.aborted) return false;
    const learningRate = plan.rates[stepsDone(plan, state)]!;
    const { loss, accuracy } = trainingStep.run(batch, learningRate);
    state.addStep(loss, batch.count);
    const { step } = state;
    const done = stepsDone(plan, state);
    if (!Number.isFinite(loss)) {
      throw new Error(
        `fit: the loss became ${loss} at step ${step} of an epoch; start anew with a smaller learningRate`,
      );
    }
    if (state.average?.counts(epoch, done)) {
      trainingStep.updateModel();
      state.average.add(readWeights(plan.model));
    }
    const measured = { epoch, step, steps: stepsPerEpoch, learningRate, loss, accuracy };
    const now = performance.now();
    const event = { ...measured, ...pace.step(batch.count, now) };
    const listening = plan.onStep?.(event, () => trainingStep.updateModel());
    if (listening instanceof Promise) {
      await listening;
      const heard = performance.now();
      mark += heard - now;
      pace.start(heard);
    }
    await setImmediate();
    state.stepSeconds += (performance.now() - mark) / 1000;
    // The end of an epoch has a checkpoint of its own.
    if (everySteps !== undefined && done % everySteps === 0 && step < stepsPerEpoch) {
      await save();
      pace.start(performance.now());
    }
    mark = performance.now();
  }
  return true;
}
