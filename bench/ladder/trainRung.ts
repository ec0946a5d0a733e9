/**
 * Trains one network of the ladder, in a process of its own, and asks it in every way that a rung wants.
 * Flow: ladder, with a rung's id and a seed → **trainRung** → progress and results as messages.
 */

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

/** What the ladder is told: how far the training has come, and what the networks are worth. */
export type Message = { seen: number } | { runs: LadderRun[] };

const AVERAGED_EPOCHS = 3;
const PROGRESS_STEPS = 20;

function tell(message: Message): void {
  process.send?.(message);
}

/** Processor and clock since then, in seconds. */
function watch(): () => { cpuSeconds: number; wallSeconds: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - start) / 1000 };
  };
}

async function main(): Promise<void> {
  const [id, seedText] = process.argv.slice(2);
  const seed = Number(seedText);
  const rung = rungs.filter(isTrained).find(one => one.id === id);
  if (!rung) throw new Error(`trainRung: expected a rung with a training, got ${id}`);
  const { training } = rung;
  const { all, train: most, validation, test } = await ladderDigits();
  const train = training.digits === 'all' ? all : most;
  const asked = rungs.filter((one): one is AskedRung => 'of' in one && one.of === rung.id);

  const model = convNet({ ...training.network, seed });
  const trained = watch();
  const { last, mean } = await trainNetwork(
    model,
    train,
    rung,
    seed,
    asked.some(({ how }) => how === 'averaged'),
  );
  const trainTime = trained();
  const { epochs } = training.recipe;

  const measure = async (name: string, ask: (digits: Digits) => Promise<Predictions>): Promise<LadderRun> => {
    const answered = watch();
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
}

/** @returns the last weights, and the mean of those of the last epochs. */
async function trainNetwork(
  model: tf.LayersModel,
  train: Digits,
  { training: { recipe } }: TrainedRung,
  seed: number,
  average: boolean,
): Promise<{ last: Weights; mean?: Weights }> {
  const { learningRate, epochs } = recipe;
  const averaging: Averaging = { everySteps: 10, fromEpoch: Math.max(1, epochs - AVERAGED_EPOCHS + 1) };
  let last: Weights | undefined;
  await fit(model, train, {
    ...recipe,
    learningRate: typeof learningRate === 'number' ? learningRate : oneCycle(learningRate),
    seed,
    ...(average ? { averaging } : {}),
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
  return average ? { last: last!, mean: end } : { last: end };
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
