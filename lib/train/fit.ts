/**
 * Trains a network on digits.
 * Flow: splitDigits, a model → **fit** (trainEpoch, once per epoch) → evaluate, saveModel.
 */
import { checkBetween, checkInteger } from '../check/numbers';
import { checkModelFits } from '../model/checkModelFits';
import { predict } from '../model/predict';
import { score } from '../model/score';
import { createRandom } from '../random/random';
import { ready, type tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { checkWeights } from './checkWeights';
import { chooseEngine } from './chooseEngine';
import type { EpochEvent, History, StepEvent } from './events';
import { Pace } from './pace';
import { trainEpoch } from './trainEpoch';
import type { Engine } from './trainingStep';

export interface FitOptions {
  /** How often to go through all digits. */
  epochs: number;
  /** Digits in a step. Default 128. */
  batchSize?: number;
  /** Adam's step size. Default 0.001; when the loss becomes NaN or jumps, a third of it is the next to try. */
  learningRate?: number;
  /** Decides the order of the digits and what dropout layers drop. */
  seed: number;
  /** Measured after every epoch, never trained on. */
  validation?: Digits;
  /**
   * How steps are computed: `'session'` records the step as a graph for TensorFlow's own Session, several times as
   * fast as `'eager'`, operation by operation. `'auto'` (default) takes the session where it can.
   */
  engine?: 'auto' | Engine;
  /** Stops between two steps; the model keeps its last weights. */
  signal?: AbortSignal;
  /** After every step. With the session the model itself gets its weights at the end of each epoch, before `onEpoch`. */
  onStep?: (event: StepEvent) => void;
  onEpoch?: (event: EpochEvent) => void;
}

/**
 * Changes the model's weights with Adam until `epochs` are over or `signal` is aborted.
 *
 * Each epoch sees every digit once, in an order that depends on `seed`; the last, short batch is kept. The
 * event loop gets its turn after every step, so that a display can draw and Ctrl-C be heard.
 *
 * @param model a network from `[batch, height, width, 1]`, pixels in [0, 1], to logits `[batch, classes]`.
 * @returns the epochs' measurements; `interrupted` when the signal stopped it.
 * @throws RangeError if an option is out of range or model and digits do not go together.
 * @throws Error if the loss or a weight stops being a number, or `engine` is 'session' and the step cannot be recorded.
 * @example await fit(referenceNet({ seed: 1 }), train, { epochs: 1, seed: 1, validation })
 * @see Kingma & Ba, Adam: A Method for Stochastic Optimization (2015). Notebooks: 11-training.
 */
export async function fit(model: tf.LayersModel, train: Digits, options: FitOptions): Promise<History> {
  const {
    epochs,
    batchSize = 128,
    learningRate = 0.001,
    seed,
    validation,
    engine = 'auto',
    signal,
  } = options;
  checkInteger('fit', 'epochs', epochs, 1);
  checkInteger('fit', 'batchSize', batchSize, 1);
  checkBetween('fit', 'learningRate', learningRate, 0, Number.POSITIVE_INFINITY);
  if (!['auto', 'session', 'eager'].includes(engine)) {
    throw new RangeError(`fit: engine must be 'auto', 'session' or 'eager', got '${engine}'`);
  }
  checkModelFits('fit', model, train, { needsLabels: true });
  if (validation) checkModelFits('fit (validation)', model, validation, { needsLabels: true });
  const random = createRandom(seed);
  await ready();

  const steps = Math.ceil(train.count / batchSize);
  const start = performance.now();
  const { step: trainingStep, reason } = chooseEngine(engine, model, train, {
    optimizer: { name: 'adam' },
    seed: random.integer(2 ** 31),
  });
  const { engine: chosen } = trainingStep;
  const history: History = { engine: chosen, epochs: [], interrupted: false, seconds: 0 };
  if (reason !== undefined) history.engineReason = reason;
  const pace = new Pace(epochs * train.count);
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const epochStart = performance.now();
      pace.start(epochStart);
      const loss = await trainEpoch({
        trainingStep,
        learningRate,
        digits: train,
        batchSize,
        seed: random.integer(2 ** 31),
        signal,
        onStep: ({ images, ...step }) =>
          options.onStep?.({ epoch, steps, ...step, ...pace.step(images, performance.now()) }),
      });
      if (loss === undefined) break;
      const seconds = (performance.now() - epochStart) / 1000;
      trainingStep.updateModel();
      checkWeights(model, epoch);
      const measured = { epoch, loss, seconds, imagesPerSecond: train.count / seconds };
      const event = { ...measured, ...(await validate(model, validation, signal)) };
      history.epochs.push(event);
      options.onEpoch?.(event);
    }
  } finally {
    trainingStep.updateModel();
    trainingStep.dispose();
  }
  history.interrupted = signal?.aborted === true;
  history.seconds = (performance.now() - start) / 1000;
  return history;
}

/** Loss and accuracy on the validation digits; nothing without such digits or when the signal stops it. */
async function validate(
  model: tf.LayersModel,
  digits: Digits | undefined,
  signal: AbortSignal | undefined,
): Promise<Pick<EpochEvent, 'validationLoss' | 'validationAccuracy'>> {
  if (!digits) return {};
  try {
    const { loss, accuracy } = score(await predict(model, digits, signal ? { signal } : {}), digits);
    return { validationLoss: loss, validationAccuracy: accuracy };
  } catch (error) {
    if (signal?.aborted) return {};
    throw error;
  }
}
