/**
 * Keeps the numbers of a training for TensorBoard.
 * Flow: fit's events → **tensorBoardLog** → event files → `tensorboard --logdir FOLDER`.
 */
import { join } from 'node:path';
import type { EpochEvent, StepEvent } from '../events';
import { EventFile } from './eventFile';

/** The clock of a `tensorBoardLog`. */
export interface TensorBoardLogOptions {
  /** A clock in milliseconds since 1970; by default one that is set by the time of day once and runs on evenly. */
  readonly now?: () => number;
}

/** Its functions may be passed on alone: `{ onStep: log.step, onEpoch: log.epoch }`. */
export interface TensorBoardLog {
  /** For `fit`'s `onStep`: writes the batch's loss and accuracy, the learning rate and the images per second. */
  step(event: StepEvent): void;
  /** For `fit`'s `onEpoch`: writes what was measured on the held-out images, at the step that was reached. */
  epoch(event: EpochEvent): void;
}

/** TensorBoard draws over time, too: a clock that is set while a training runs must not bend its curves. */
const evenClock = (): number => performance.timeOrigin + performance.now();

/**
 * Writes what TensorBoard draws into two folders, `train` and `validation`: they share the names `loss` and
 * `accuracy`, so each pair of curves has a chart of its own. Steps are counted through all epochs. Every number is in
 * the file at once; a training that is resumed writes a further file into the same folder.
 *
 * TensorBoard is a program in Python: `pip install tensorboard` in an environment of your own, then
 * `tensorboard --logdir FOLDER`, and open the address that it prints. A folder of several logs is compared run by run.
 *
 * @param folder made if it is not there; one for each training.
 * @throws InputError if `folder` cannot be written to, also later by `step` and `epoch`.
 * @example
 * const log = tensorBoardLog('models/first/log');
 * await fit(model, train, { epochs: 2, seed: 1, validation, onStep: log.step, onEpoch: log.epoch });
 * @see Used in notebooks/11-training.
 */
export function tensorBoardLog(
  folder: string,
  { now = evenClock }: TensorBoardLogOptions = {},
): TensorBoardLog {
  const training = new EventFile(join(folder, 'train'), now());
  let validation: EventFile | undefined;
  let steps = 0; // since the training began
  return {
    step({ epoch, step, steps: ofEpoch, loss, accuracy, learningRate, imagesPerSecond }) {
      steps = (epoch - 1) * ofEpoch + step;
      const speed = { 'learning rate': learningRate, 'images per second': imagesPerSecond };
      training.add(steps, { loss, accuracy, ...speed }, now());
    },
    epoch({ validationLoss, validationAccuracy }) {
      if (validationLoss === undefined || validationAccuracy === undefined) return;
      validation ??= new EventFile(join(folder, 'validation'), now());
      validation.add(steps, { loss: validationLoss, accuracy: validationAccuracy }, now());
    },
  };
}
