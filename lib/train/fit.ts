/**
 * Trains a network on digits.
 * Flow: splitDigits, a model → **fit** (trainEpoch, then endEpoch, once per epoch) → evaluate, saveModel.
 */
import { ready, type tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { Checkpoints } from './checkpoint/checkpoints';
import { chooseEngine } from './chooseEngine';
import { judgeEpochs } from './earlyStopping';
import { endEpoch } from './endEpoch';
import type { EpochEvent, History, StartEvent } from './events';
import { Pace } from './pace';
import { type FitOptions, planFit } from './plan';
import { trainEpoch } from './trainEpoch';
import { stepsDone, type Training } from './training';
import { TrainingState } from './trainingState';
import { writeWeights } from './weights';

export type { CheckpointOptions, FitOptions } from './plan';

/**
 * Changes the model's weights until `epochs` are over, `earlyStopping` ends it, or `signal` is aborted.
 *
 * Each epoch sees every digit once, in an order that depends on `seed`; the last, short batch is kept. The
 * event loop gets its turn after every step, so that a display can draw and Ctrl-C be heard.
 *
 * The same seed, digits, model and options give the same weights, to the last bit, in any process of one machine, and
 * also where the training was interrupted or killed and resumed: nothing has to be switched on for that. Another
 * engine, another processor, another number of TensorFlow's threads (the environment's TF_NUM_INTRAOP_THREADS; by
 * default one per core) or TF_ENABLE_ONEDNN_OPTS=0 add up in another order: sums differ in their last digits, and
 * trainings drift apart. Layers whose chance is none of fit's, such as gaussianNoise, are never the same twice.
 *
 * @param model a network from `[batch, height, width, 1]`, pixels in [0, 1], to logits `[batch, classes]`.
 * @returns the epochs' measurements; `interrupted` when the signal stopped it.
 * @throws RangeError if an option is out of range or model and digits do not go together.
 * @throws InputError if `resume` finds a checkpoint that is damaged, or of another training.
 * @throws Error if the loss or a weight stops being a number, or `engine` is 'session' and the step cannot be recorded.
 * @example await fit(referenceNet({ seed: 1 }), train, { epochs: 1, seed: 1, validation })
 * @see Kingma & Ba, Adam: A Method for Stochastic Optimization (2015). Used in notebooks/00-start-here,
 *   notebooks/11-training.
 */
export async function fit(model: tf.LayersModel, train: Digits, options: FitOptions): Promise<History> {
  const plan = planFit(model, train, options);
  const { engine, optimizer, augment, labelSmoothing, checkpoint } = plan;
  const state = new TrainingState(plan);
  await ready();
  const stepOptions = { optimizer, augment, labelSmoothing, seed: state.stepSeed };
  const { step, reason } = chooseEngine(engine, model, train, stepOptions);
  const training = { plan, state, step };
  let start: StartEvent;
  let last: EpochEvent | undefined;
  try {
    const checkpoints = checkpoint && (await Checkpoints.open(checkpoint.folder, training));
    if (plan.resume) await checkpoints?.resume();
    start = { engine: step.engine, resumedAtStep: stepsDone(plan, state) };
    if (reason !== undefined) start.engineReason = reason;
    plan.onStart?.(start);
    last = await trainEpochs(training, async () => checkpoints?.save());
  } finally {
    step.updateModel();
    step.dispose();
  }
  return finish(training, start, last);
}

/** Trains until all is done or the signal stops it. @returns an epoch that was stopped while it was validated. */
async function trainEpochs(training: Training, save: () => Promise<void>): Promise<EpochEvent | undefined> {
  const { plan, state } = training;
  const { train, epochs, batchSize, validation } = plan;
  const seen = state.epochs.length * train.count + Math.min(state.step * batchSize, train.count);
  const pace = new Pace(epochs * train.count, seen);
  while (state.epochs.length < epochs && !judge(training)?.stop) {
    const whole = await trainEpoch(training, { pace, save });
    const event = whole ? await endEpoch(training) : undefined;
    const stopped = !event || (validation !== undefined && event.validationLoss === undefined);
    if (!stopped) state.addEpoch(event);
    if (stepsDone(plan, state) > 0) await save();
    if (stopped) return event;
  }
  return undefined;
}

/** Gives the model the weights it shall end with, and sums up. */
function finish(training: Training, start: StartEvent, last: EpochEvent | undefined): History {
  const { plan, state } = training;
  const interrupted = plan.signal?.aborted === true;
  const { best, stop = false } = judge(training) ?? {};
  const weights = (interrupted ? undefined : state.best) ?? state.average?.value();
  if (weights) writeWeights(plan.model, weights);
  const epochs = last ? [...state.epochs, last] : state.epochs;
  const stoppedEarly = stop && epochs.length < plan.epochs;
  const history: History = { ...start, epochs, interrupted, stoppedEarly, seconds: state.seconds() };
  if (best !== undefined) history.bestEpoch = best;
  return history;
}

function judge({ plan, state }: Training): ReturnType<typeof judgeEpochs> | undefined {
  return plan.earlyStopping && judgeEpochs(state.epochs, plan.earlyStopping);
}
