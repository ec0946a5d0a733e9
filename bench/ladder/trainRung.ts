/**
 * Trains one network of the ladder, in a process of its own, and asks it in every way that a rung wants.
 * Flow: ladder, with a rung's id and a seed → **trainRung** → progress and results as messages.
 */

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { LadderRun } from '../../lib/evaluate/ladder';
import { testTimeAugmentation } from '../../lib/evaluate/testTimeAugmentation';
import { convNet } from '../../lib/model/convNet';
import { type Predictions, predict } from '../../lib/model/predict';
import type { tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';
import { oneCycle } from '../../lib/train/schedules/oneCycle';
import type { Averaging } from '../../lib/train/weightAverage';
import { readWeights, type Weights, writeWeights } from '../../lib/train/weights';
import type { Digits } from '../../lib/types/digits';
import { keepAnswers, type Part } from './answers';
import { ladderDigits } from './ladderDigits';
import { type Answered, ladderRun } from './ladderRun';
import { type AskedRung, isTrained, type TrainedRung } from './rung';
import { rungs } from './rungs';
import { SpentTime, stopwatch } from './spentTime';

/** What the ladder is told: how far the training has come, and what the networks are worth. */
export type Message = { seen: number } | { runs: LadderRun[] };

const AVERAGED_EPOCHS = 3;
const PROGRESS_STEPS = 20;

function tell(message: Message): void {
  process.send?.(message);
}

/** Where a training that was stopped goes on; the name holds what it is, so that another one starts anew. */
function checkpointFolder({ id, training }: TrainedRung, seed: number): string {
  const what = createHash('sha256').update(JSON.stringify(training)).digest('hex').slice(0, 8);
  return `bench/out/ladder/${id}-${seed}-${what}`;
}

async function main(): Promise<void> {
  const [id, seedText] = process.argv.slice(2);
  const seed = Number(seedText);
  const rung = rungs.filter(isTrained).find(one => one.id === id);
  if (!rung) throw new Error(`trainRung: expected a rung with a training, got ${id}`);
  const { training } = rung;
  const { all, train: most, validation, test } = await ladderDigits();
  const train = training.digits === 'all' ? all : most;
  const asked = rungs.filter((one): one is AskedRung => !isTrained(one) && one.of === rung.id);

  const model = convNet({ ...training.network, seed });
  const folder = checkpointFolder(rung, seed);
  const spent = new SpentTime(folder);
  const average = asked.some(({ how }) => how === 'averaged');
  const { last, mean } = await trainNetwork(model, train, rung, { seed, average, folder, spent });
  const trainTime = spent.total();
  const { epochs } = training.recipe;

  const measure = async (name: string, ask: (digits: Digits) => Promise<Predictions>): Promise<LadderRun> => {
    const answered = stopwatch();
    const answer = async (part: Part, digits: Digits): Promise<Answered> => {
      const answers = await ask(digits);
      await keepAnswers(name, seed, part, answers);
      return { answers, digits };
    };
    const parts = {
      validation: training.digits === 'all' ? undefined : await answer('validation', validation),
      test: await answer('test', test),
    };
    const { cpuSeconds, wallSeconds } = answered();
    return ladderRun(name, [seed], parts, {
      cpuSeconds: trainTime.cpuSeconds + cpuSeconds,
      wallSeconds: trainTime.wallSeconds + wallSeconds,
      imagesPerSecond: (epochs * train.count) / trainTime.wallSeconds,
      parameters: model.countParams(),
      epochs,
    });
  };

  writeWeights(model, last);
  const runs = [await measure(rung.id, digits => predict(model, digits))];
  for (const { id: name, how } of asked) {
    if (how === 'moved') runs.push(await measure(name, digits => testTimeAugmentation(model, digits)));
    if (how === 'averaged' && mean) {
      writeWeights(model, mean);
      runs.push(await measure(name, digits => predict(model, digits)));
      writeWeights(model, last);
    }
  }
  tell({ runs });
  await rm(folder, { recursive: true });
}

/** @returns the last weights, and the mean of those of the last epochs. */
async function trainNetwork(
  model: tf.LayersModel,
  train: Digits,
  { training: { recipe } }: TrainedRung,
  { seed, average, folder, spent }: { seed: number; average: boolean; folder: string; spent: SpentTime },
): Promise<{ last: Weights; mean?: Weights }> {
  const { learningRate, epochs } = recipe;
  const averaging: Averaging = { everySteps: 10, fromEpoch: Math.max(1, epochs - AVERAGED_EPOCHS + 1) };
  let last: Weights | undefined;
  await fit(model, train, {
    ...recipe,
    learningRate: typeof learningRate === 'number' ? learningRate : oneCycle(learningRate),
    seed,
    ...(average ? { averaging } : {}),
    checkpoint: { folder },
    resume: true,
    onEpoch: () => spent.keep(),
    onStep: ({ epoch, step, steps }, updateModel) => {
      if (step % PROGRESS_STEPS === 0 || step === steps) {
        tell({ seen: (epoch - 1 + step / steps) * train.count });
      }
      if (epoch === epochs && step === steps) {
        updateModel();
        last = readWeights(model).map(values => values.slice());
      }
    },
  });
  const end = readWeights(model);
  if (!average) return { last: end };
  if (last) return { last, mean: end };
  await rm(folder, { recursive: true });
  throw new Error('stopped between its last step and its answers: start again');
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
