/**
 * Trains a network from the command line: fit, measure, save, report.
 * Flow: trainCommand → readTrainingDigits → **train** → fit, evaluate, saveModel.
 */
import { join } from 'node:path';
import { writeBeside } from '../data/writeBeside';
import { evaluate } from '../evaluate/evaluate';
import { digitNet } from '../model/digitNet';
import { lenet } from '../model/lenet';
import { originNet } from '../model/originNet';
import { referenceNet } from '../model/referenceNet';
import { saveModel } from '../model/saveModel';
import { backendInfo } from '../tensorflow/backendInfo';
import type { tf } from '../tensorflow/tf';
import { fit } from '../train/fit';
import { tensorBoardLog } from '../train/tensorBoard/tensorBoardLog';
import { formatCount } from './format';
import { exitCode, type Io } from './io';
import { type NetworkName, networkRecipes } from './networkRecipes';
import { TargetClock } from './targetClock';
import type { TrainOptions } from './trainCommand';
import type { TrainingDigits } from './trainingDigits';
import { TrainProgress } from './trainProgress';
import { conclusion, trainReport } from './trainReport';

/** Steps from one checkpoint to the next: if the process is killed, no more than these are lost. */
const CHECKPOINT_STEPS = 200;

const networks: Readonly<Record<NetworkName, (options: { seed: number }) => tf.LayersModel>> = {
  digitnet: digitNet,
  reference: referenceNet,
  lenet,
  origin: originNet,
};

/** @returns the exit code: 0, or 130 when Ctrl-C stopped the training. */
export async function train(options: TrainOptions, digits: TrainingDigits, io: Io): Promise<number> {
  const { seed, engine, targetAccuracy, out, resume, json } = options;
  const log = options.log === undefined ? undefined : tensorBoardLog(options.log);
  const { signal } = io;
  const recipe = networkRecipes[options.model];
  const {
    epochs = recipe.epochs,
    batchSize = recipe.batchSize,
    learningRate = recipe.learningRate,
  } = options;
  const rate = typeof learningRate === 'number' ? learningRate : 'recipe';
  const settings = { model: options.model, batchSize, learningRate: rate, seed };
  const model = networks[options.model]({ seed });
  const { backend, native, reason } = await backendInfo();
  io.err(
    `${formatCount(digits.train.count)} digits to train on, ${formatCount(digits.test.count)} held out\n`,
  );
  if (!native)
    io.err(
      `Without native TensorFlow (${reason}) training takes about thirty times as long, on ${backend}\n`,
    );

  const progress = new TrainProgress(io.err, io.terminal, epochs, () => performance.now());
  const accuracyNow = async (): Promise<number> => (await evaluate(model, digits.test)).accuracy;
  const clock =
    targetAccuracy === undefined
      ? undefined
      : new TargetClock(targetAccuracy, epochs, accuracyNow, () => performance.now());
  const history = await fit(model, digits.train, {
    ...recipe,
    epochs,
    batchSize,
    learningRate,
    seed,
    engine,
    signal,
    ...(digits.validation ? { validation: digits.validation } : {}),
    ...(out === undefined ? {} : { checkpoint: { folder: out, everySteps: CHECKPOINT_STEPS }, resume }),
    onStart: ({ resumedAtStep }) => {
      if (!resume) return;
      io.err(
        resumedAtStep === 0
          ? `no checkpoint in ${out}: training starts from scratch\n`
          : `goes on after ${formatCount(resumedAtStep)} steps\n`,
      );
    },
    onStep: (event, updateModel) => {
      progress.step(event);
      log?.step(event);
      return clock?.step(event, updateModel);
    },
    onEpoch: event => {
      progress.epoch(event);
      log?.epoch(event);
    },
  });
  progress.clear();
  if (native && history.engineReason !== undefined)
    io.err(`Trained operation by operation, not in a session: ${history.engineReason}\n`);
  if (history.interrupted) {
    if (out !== undefined) await save(model, out, { ...settings, ...history });
    const kept = out === undefined ? '' : `; the model is saved in ${out}, --resume goes on from there`;
    io.err(`digits: interrupted, ${history.epochs.length} of ${epochs} epochs finished${kept}\n`);
    return exitCode.interrupted;
  }

  const evaluation = await evaluate(model, digits.test, { signal });
  const facts = { backend, parameters: model.countParams(), images: digits.train.count };
  const report = trainReport(history, evaluation, facts, clock);
  if (out !== undefined) {
    const { testAccuracy, testLoss } = report;
    await save(model, out, { ...settings, ...history, testAccuracy, testLoss });
    io.err(`saved in ${out}\n`);
  }
  io.out(json ? `${JSON.stringify(report)}\n` : conclusion(report, evaluation, targetAccuracy));
  return exitCode.done;
}

/** The model, and how it came about in `history.json`. */
async function save(model: tf.LayersModel, folder: string, history: object): Promise<void> {
  await saveModel(model, folder);
  const text = `${JSON.stringify(history, null, 2)}\n`;
  await writeBeside(join(folder, 'history.json'), file => file.writeFile(text));
}
