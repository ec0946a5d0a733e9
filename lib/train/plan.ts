/**
 * What a training is asked to do, checked and with its defaults.
 * Flow: fit's arguments → **planFit** → Plan → trainEpoch, endEpoch, checkpoints.
 */
import { checkBetween, checkInteger, checkShare } from '../check/numbers';
import { checkModelFits } from '../model/checkModelFits';
import type { tf } from '../tensorflow/tf';
import type { TraceOptimizer } from '../tensorflow/trace/optimizers/optimizer';
import type { Digits } from '../types/digits';
import type { Augmentation } from './augment/augmentation';
import { checkEarlyStopping, type EarlyStopping } from './earlyStopping';
import type { EpochEvent, StartEvent, StepEvent } from './events';
import { constantRate } from './schedules/constantRate';
import { learningRates, type Schedule } from './schedules/schedule';
import type { Engine } from './trainingStep';
import { type Averaging, checkAveraging } from './weightAverage';

/** Where and how often `fit` writes down how far it is. */
export interface CheckpointOptions {
  /** Holds the file checkpoint.bin; made if it is not there. */
  folder: string;
  /** Also writes one after every so many steps. Default: only after epochs. */
  everySteps?: number;
}

/** How `fit` trains. */
export interface FitOptions {
  /** How often to go through all digits. */
  epochs: number;
  /** Digits in a step. Default 128. */
  batchSize?: number;
  /**
   * The optimiser's step size, or how it changes: `oneCycle({ peak: 0.003 })`. Default 0.001; when the loss becomes
   * NaN or jumps, a third of it is the next to try.
   */
  learningRate?: number | Schedule;
  /** Default Adam. */
  optimizer?: TraceOptimizer;
  /** How every image is moved before it is learned, anew in every epoch. Default: not at all. */
  augment?: Augmentation;
  /**
   * The share of each label that is given to all classes alike, in [0, 1): 0.1 makes the goal 0.91 for the right one
   * of ten and 0.01 for each other. Default 0. Losses of steps and epochs include it, validation does not.
   */
  labelSmoothing?: number;
  /** Decides the order of the digits, what dropout layers drop, and how images are moved. */
  seed: number;
  /** Measured after every epoch, never trained on. */
  validation?: Digits;
  /**
   * Averages the weights that training passes through. The mean is what is validated, what the model has when
   * `onEpoch` is called, and what it ends with; training itself goes on from the last weights.
   */
  averaging?: Averaging;
  /** Ends training when epochs no longer help. The model ends with the weights of the best epoch. */
  earlyStopping?: EarlyStopping;
  /** Keeps all that is needed to go on, written after every epoch and when `signal` stops the training. */
  checkpoint?: CheckpointOptions;
  /**
   * Goes on from the checkpoint in `checkpoint.folder`; starts from scratch where there is none. More epochs than
   * before are welcome if the learning rates of the steps that are done stay the same. Default false: starts from
   * scratch, and the first new checkpoint replaces an old one.
   */
  resume?: boolean;
  /**
   * How steps are computed: `'session'` records the step as a graph for TensorFlow's own Session, several times as
   * fast as `'eager'`, operation by operation. `'auto'` (default) takes the session where it can.
   */
  engine?: 'auto' | Engine;
  /** Stops between two steps; the model keeps its last weights, with `averaging` their mean. */
  signal?: AbortSignal;
  /** Before the first step. */
  onStart?: (event: StartEvent) => void;
  /**
   * After every step. With the session the model itself gets its weights at the end of each epoch, before `onEpoch`,
   * and when `updateModel` is called. Training waits for a promise; that time counts in no rate and no epoch.
   */
  onStep?: (event: StepEvent, updateModel: () => void) => unknown;
  /** After every epoch, with the validation if there are digits for it. Not waited for. */
  onEpoch?: (event: EpochEvent) => void;
}

/** The options with their defaults, and what follows from them. */
export interface Plan extends Omit<FitOptions, 'learningRate'> {
  model: tf.LayersModel;
  train: Digits;
  batchSize: number;
  optimizer: TraceOptimizer;
  labelSmoothing: number;
  engine: 'auto' | Engine;
  stepsPerEpoch: number;
  /** The learning rate of every step. */
  rates: Float64Array;
}

/**
 * Checks what `fit` was given.
 *
 * @throws RangeError if an option is out of range, or model and digits do not go together.
 */
export function planFit(model: tf.LayersModel, train: Digits, options: FitOptions): Plan {
  const {
    batchSize = 128,
    learningRate = 0.001,
    optimizer = { name: 'adam' },
    labelSmoothing = 0,
    engine = 'auto',
    ...others
  } = options;
  const { epochs, validation, averaging, earlyStopping, checkpoint, resume } = others;
  checkInteger('fit', 'epochs', epochs, 1);
  checkInteger('fit', 'batchSize', batchSize, 1);
  if (typeof learningRate === 'number') {
    checkBetween('fit', 'learningRate', learningRate, 0, Number.POSITIVE_INFINITY);
  }
  if (!['auto', 'session', 'eager'].includes(engine)) {
    throw new RangeError(`fit: engine must be 'auto', 'session' or 'eager', got '${engine}'`);
  }
  checkShare('fit', 'labelSmoothing', labelSmoothing);
  if (averaging) checkAveraging('fit', averaging);
  if (earlyStopping) checkEarlyStopping('fit', earlyStopping, validation !== undefined);
  if (checkpoint?.everySteps !== undefined)
    checkInteger('fit', 'checkpoint.everySteps', checkpoint.everySteps, 1);
  if (resume && !checkpoint) throw new RangeError('fit: resume needs checkpoint.folder, got none');
  checkModelFits('fit', model, train, { needsLabels: true });
  if (validation) checkModelFits('fit (validation)', model, validation, { needsLabels: true });
  const stepsPerEpoch = Math.ceil(train.count / batchSize);
  const schedule = typeof learningRate === 'number' ? constantRate(learningRate) : learningRate;
  const rates = learningRates(schedule, epochs * stepsPerEpoch);
  return { ...others, model, train, batchSize, optimizer, labelSmoothing, engine, stepsPerEpoch, rates };
}
