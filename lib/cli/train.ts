/**
 * Trains a network from the command line: fit, measure, save, report.
 * Flow: trainCommand → readTrainingDigits → **train** → fit, evaluate, saveModel.
 */
import { join } from 'node:path';
import { writeBeside } from '../data/writeBeside';
import { evaluate } from '../evaluate/evaluate';
import { referenceNet } from '../model/referenceNet';
import { saveModel } from '../model/saveModel';
import { backendInfo } from '../tensorflow/backendInfo';
import type { tf } from '../tensorflow/tf';
import type { EpochEvent, History } from '../train/events';
import { fit } from '../train/fit';
import { formatCount, formatPercent, formatSeconds } from './format';
import { exitCode, type Io } from './io';
import type { TrainOptions } from './trainCommand';
import type { TrainingDigits } from './trainingDigits';
import { TrainProgress } from './trainProgress';

/** What `--json` prints. */
export interface TrainReport {
  /** Of the training, validation included. */
  seconds: number;
  /** While steps were computed. */
  imagesPerSecond: number;
  engine: History['engine'];
  backend: string;
  epochs: EpochEvent[];
  /** On the digits held out, in [0, 1]. */
  testAccuracy: number;
  /** On the digits held out, in nats. */
  testLoss: number;
  parameters: number;
}

/** @returns the exit code: 0, or 130 when Ctrl-C stopped the training. */
export async function train(options: TrainOptions, digits: TrainingDigits, io: Io): Promise<number> {
  const { epochs, batchSize, learningRate, seed, engine, out, json } = options;
  const { signal } = io;
  const settings = { model: options.model, batchSize, learningRate, seed };
  const model = referenceNet({ seed });
  const { backend, native, reason } = await backendInfo();
  io.err(
    `${formatCount(digits.train.count)} digits to train on, ${formatCount(digits.test.count)} held out\n`,
  );
  if (!native)
    io.err(
      `Without native TensorFlow (${reason}) training takes about thirty times as long, on ${backend}\n`,
    );

  const progress = new TrainProgress(io.err, io.terminal, epochs, () => performance.now());
  const history = await fit(model, digits.train, {
    epochs,
    batchSize,
    learningRate,
    seed,
    engine,
    signal,
    ...(digits.validation ? { validation: digits.validation } : {}),
    onStep: event => progress.step(event),
    onEpoch: event => progress.epoch(event),
  });
  progress.clear();
  if (native && history.engineReason !== undefined)
    io.err(`Trained operation by operation, not in a session: ${history.engineReason}\n`);
  if (history.interrupted) {
    if (out !== undefined) await save(model, out, { ...settings, ...history });
    const kept = out === undefined ? '' : `; the model is saved in ${out}`;
    io.err(`digits: interrupted, ${history.epochs.length} of ${epochs} epochs finished${kept}\n`);
    return exitCode.interrupted;
  }

  const { loss, accuracy, correct, count } = await evaluate(model, digits.test, { signal });
  const report: TrainReport = {
    seconds: history.seconds,
    imagesPerSecond: meanRate(history, digits.train.count),
    engine: history.engine,
    backend,
    epochs: history.epochs,
    testAccuracy: accuracy,
    testLoss: loss,
    parameters: model.countParams(),
  };
  if (out !== undefined) {
    await save(model, out, { ...settings, ...history, testAccuracy: accuracy, testLoss: loss });
    io.err(`saved in ${out}\n`);
  }
  const right = `${formatCount(correct)} of ${formatCount(count)} held-out digits right`;
  io.out(
    json
      ? `${JSON.stringify(report)}\n`
      : `${right} (${formatPercent(accuracy)}), loss ${loss.toFixed(4)}, after ${formatSeconds(report.seconds)}\n`,
  );
  return exitCode.done;
}

/** The model, and how it came about in `history.json`. */
async function save(model: tf.LayersModel, folder: string, history: object): Promise<void> {
  await saveModel(model, folder);
  const text = `${JSON.stringify(history, null, 2)}\n`;
  await writeBeside(join(folder, 'history.json'), file => file.writeFile(text));
}

function meanRate({ epochs }: History, images: number): number {
  return (epochs.length * images) / epochs.reduce((sum, { seconds }) => sum + seconds, 0);
}
