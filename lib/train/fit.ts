/**
 * Trains a network on digits.
 * Flow: splitDigits, a model → **fit** (trainEpoch, then endEpoch, once per epoch) → evaluate, saveModel.
 */
import { ready, type tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { Checkpoints, stepsDone } from './checkpoint/checkpoints';
import { chooseEngine } from './chooseEngine';
import { judgeEpochs } from './earlyStopping';
import { endEpoch } from './endEpoch';
import type { EpochEvent, History, StartEvent } from './events';
import { Pace } from './pace';
import { type FitOptions, type Plan, planFit } from './plan';
import { trainEpoch } from './trainEpoch';
import { TrainingState } from './trainingState';
import type { TrainingStep } from './trainingStep';
import { writeWeights } from './weights';

export type { FitOptions } from './plan';

/**
 * Changes the model's weights until `epochs` are over, `earlyStopping` ends it, or `signal` is aborted.
 *
 * Each epoch sees every digit once, in an order that depends on `seed`; the last, short batch is kept. The
 * event loop gets its turn after every step, so that a display can draw and Ctrl-C be heard.
 *
 * @param model a network from `[batch, height, width, 1]`, pixels in [0, 1], to logits `[batch, classes]`.
 * @returns the epochs' measurements; `interrupted` when the signal stopped it.
 * @throws RangeError if an option is out of range or model and digits do not go together.
 * @throws InputError if `resume` finds a checkpoint that is damaged, or of another training.
 * @throws Error if the loss or a weight stops being a number, or `engine` is 'session' and the step cannot be recorded.
 * @example await fit(referenceNet({ seed: 1 }), train, { epochs: 1, seed: 1, validation })
 * @see Kingma & Ba, Adam: A Method for Stochastic Optimization (2015). Notebooks: 11-training.
 */
export async function fit(model: tf.LayersModel, train: Digits, options: FitOptions): Promise<History> {
  const plan = planFit(model, train, options);
  const { engine, optimizer, augment, labelSmoothing, checkpoint } = plan;
  const state = new TrainingState(plan);
  await ready();
  const stepOptions = { optimizer, augment, labelSmoothing, seed: state.stepSeed };
  const { step, reason } = chooseEngine(engine, model, train, stepOptions);
  let start: StartEvent;
  let last: EpochEvent | undefined;
  try {
    const checkpoints = checkpoint && (await Checkpoints.open(checkpoint.folder, plan, state, step));
    if (plan.resume) await checkpoints?.resume();
    start = { engine: step.engine, resumedAtStep: stepsDone(plan, state) };
    if (reason !== undefined) start.engineReason = reason;
    plan.onStart?.(start);
    last = await trainEpochs(plan, state, step, async () => checkpoints?.save());
  } finally {
    step.updateModel();
    step.dispose();
  }
  return finish(plan, state, start, last);
}

/** Trains until all is done or the signal stops it. @returns an epoch that was stopped while it was validated. */
async function trainEpochs(
  plan: Plan,
  state: TrainingState,
  step: TrainingStep,
  save: () => Promise<void>,
): Promise<EpochEvent | undefined> {
  const { train, epochs, batchSize, validation } = plan;
  const seen = state.epochs.length * train.count + Math.min(state.step * batchSize, train.count);
  const pace = new Pace(epochs * train.count, seen);
  while (state.epochs.length < epochs && !judge(plan, state)?.stop) {
    const whole = await trainEpoch(plan, state, step, pace, save);
    const event = whole ? await endEpoch(plan, state, step) : undefined;
    const stopped = !event || (validation !== undefined && event.validationLoss === undefined);
    if (!stopped) state.addEpoch(event);
    if (stepsDone(plan, state) > 0) await save();
    if (stopped) return event;
  }
  return undefined;
}

/** Gives the model the weights it shall end with, and sums up. */
function finish(plan: Plan, state: TrainingState, start: StartEvent, last: EpochEvent | undefined): History {
  const interrupted = plan.signal?.aborted === true;
  const { best, stop = false } = judge(plan, state) ?? {};
  const weights = (interrupted ? undefined : state.best) ?? state.average?.value();
  if (weights) writeWeights(plan.model, weights);
  const epochs = last ? [...state.epochs, last] : state.epochs;
  const stoppedEarly = stop && epochs.length < plan.epochs;
  const history: History = { ...start, epochs, interrupted, stoppedEarly, seconds: state.seconds() };
  if (best !== undefined) history.bestEpoch = best;
  return history;
}

function judge(
  { earlyStopping }: Plan,
  { epochs }: TrainingState,
): ReturnType<typeof judgeEpochs> | undefined {
  return earlyStopping && judgeEpochs(epochs, earlyStopping);
}
