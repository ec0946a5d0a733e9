/**
 * Measures what an epoch has brought.
 * Flow: trainEpoch → **endEpoch** → EpochEvent → fit's history, early stopping.
 */
import { predict } from '../model/predict';
import { score } from '../model/score';
import { checkWeights } from './checkWeights';
import { judgeEpochs } from './earlyStopping';
import type { EpochEvent } from './events';
import type { Plan } from './plan';
import type { Training } from './training';
import { readWeights, writeWeights } from './weights';

/**
 * Validates the model, with the mean of the weights where there is one, and notes the weights if they are the best.
 *
 * @returns the epoch's event, without validation if the signal stopped it.
 * @throws Error if weights are no finite numbers.
 */
export async function endEpoch({ plan, state, step }: Training): Promise<EpochEvent> {
  const { model, train, earlyStopping } = plan;
  const epoch = state.epochs.length + 1;
  step.updateModel();
  checkWeights(model, epoch);
  const mean = state.average?.value();
  const last = mean && readWeights(model);
  if (mean) writeWeights(model, mean);
  try {
    const event: EpochEvent = {
      epoch,
      loss: state.loss / train.count,
      learningRate: plan.rates[epoch * plan.stepsPerEpoch - 1]!,
      seconds: state.stepSeconds,
      imagesPerSecond: train.count / state.stepSeconds,
      ...(await validate(plan)),
    };
    const isBest = earlyStopping && judgeEpochs([...state.epochs, event], earlyStopping).best === epoch;
    if (isBest) state.best = readWeights(model);
    plan.onEpoch?.(event);
    return event;
  } finally {
    if (last) writeWeights(model, last);
  }
}

/** Loss and accuracy on the validation digits; nothing without such digits or when the signal stops it. */
async function validate({
  model,
  validation,
  signal,
}: Plan): Promise<Pick<EpochEvent, 'validationLoss' | 'validationAccuracy'>> {
  if (!validation) return {};
  try {
    const { loss, accuracy } = score(await predict(model, validation, signal ? { signal } : {}), validation);
    return { validationLoss: loss, validationAccuracy: accuracy };
  } catch (error) {
    if (signal?.aborted) return {};
    throw error;
  }
}
