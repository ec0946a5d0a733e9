/**
 * What training tells about itself while it runs, and afterwards.
 * Flow: fit → **StartEvent, StepEvent, EpochEvent** → live board, progress bar; fit → **History** → history.json, plots.
 */
import type { Engine } from './trainingStep';

/** Before the first step. */
export interface StartEvent {
  engine: Engine;
  /** Why `'auto'` took the eager engine; absent when nothing was in the way of the session. */
  engineReason?: string;
  /** Steps that a checkpoint brought along; 0 when training starts from scratch, also where `resume` found none. */
  resumedAtStep: number;
}

/** After every training step. */
export interface StepEvent {
  /** The epoch, counted from 1. */
  epoch: number;
  /** The step in this epoch, counted from 1. */
  step: number;
  /** Steps in an epoch. */
  steps: number;
  /** The learning rate of this step. */
  learningRate: number;
  /** Mean loss of this batch, in nats, before the step. */
  loss: number;
  /** Part of this batch classified right, before the step. */
  accuracy: number;
  /** Over the last second or so. */
  imagesPerSecond: number;
  /** Until the last epoch ends, validation left out of account. */
  secondsLeft: number;
}

/** After every epoch. */
export interface EpochEvent {
  /** Counted from 1. */
  epoch: number;
  /** Mean loss of the epoch's steps, each measured before its step, in nats. */
  loss: number;
  /** The learning rate of the epoch's last step. */
  learningRate: number;
  /** On the validation digits, after the epoch. */
  validationLoss?: number;
  /** On the validation digits, after the epoch, in [0, 1]. */
  validationAccuracy?: number;
  /** Time of the steps, without validation. */
  seconds: number;
  imagesPerSecond: number;
}

/** The outcome of a training. After a resume it covers the part before the checkpoint too. */
export interface History extends StartEvent {
  /** The epochs that were finished. */
  epochs: EpochEvent[];
  /** Whether `signal` stopped it; the model then keeps the weights of the last step, with `averaging` their mean. */
  interrupted: boolean;
  /** Whether `earlyStopping` ended it before the last epoch. */
  stoppedEarly: boolean;
  /** With `earlyStopping`, the epoch whose weights the model has in the end, counted from 1. */
  bestEpoch?: number;
  /** From the recording of the step to the end, validation included. */
  seconds: number;
}
