/**
 * What fit asks of an engine: train on one batch after another.
 * Flow: chooseEngine → **TrainingStep** (eagerStep or sessionStep) → trainEpoch, once per batch.
 */
import type { TraceOptimizer } from '../tensorflow/trace/optimizers/optimizer';
import type { Digits } from '../types/digits';
import type { Augmentation } from './augment/augmentation';
import type { ReadonlyStepState, StepState } from './stepState';

/** How steps are computed: by TensorFlow's Session from a recorded graph, or operation by operation. */
export type Engine = 'session' | 'eager';

/** What both engines are told. */
export interface StepOptions {
  optimizer: TraceOptimizer;
  /** How every image is moved before it is learned, anew at every step. Default: not at all. */
  augment?: Augmentation | undefined;
  /** The share of each label that is given to all classes alike, in `[0, 1)`. Default 0. */
  labelSmoothing?: number | undefined;
  /** Of dropout layers and augmentation, a whole number in `[0, 2³¹)`. */
  seed: number;
}

/** One engine, holding one model's weights while it trains. */
export interface TrainingStep {
  readonly engine: Engine;
  /**
   * Changes the weights by one step.
   *
   * @returns loss (nats) and the part classified right, from before the step, with augmentation and dropout.
   */
  run(batch: Digits, learningRate: number): { loss: number; accuracy: number };
  /** Puts the weights reached so far into the model. */
  updateModel(): void;
  /** All that decides the next step, by name: weights, the optimiser's slots, the number of steps done. */
  state(): StepState;
  /**
   * Puts such a state back; the steps after it are those that followed when it was taken.
   *
   * @throws RangeError naming what is missing, foreign or of another shape; then nothing has changed.
   */
  restore(state: ReadonlyStepState): void;
  /** Frees what the engine holds; the model is left as it is. */
  dispose(): void;
}
