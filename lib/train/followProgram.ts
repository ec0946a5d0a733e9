/**
 * Does what a list of runs says, and keeps what each of them gave.
 * Flow: model, digits, originProgram → **followProgram** → readings, for notebooks/12-autopsy.
 */
import { setImmediate } from 'node:timers/promises';
import { checkInteger } from '../check/numbers';
import { selectDigits } from '../data/selectDigits';
import { askModel } from '../model/askModel';
import { checkModelFits } from '../model/checkModelFits';
import { score } from '../model/score';
import { ready, type tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { chooseEngine } from './chooseEngine';
import type { ProgramRun } from './originProgram';
import { originRecipe } from './recipes';

/** What a run gave. A step's numbers are from before it; with no rows fed they are 0 / 0, which is NaN. */
export interface ProgramReading extends ProgramRun {
  /** Mean softmax cross-entropy in nats. */
  readonly loss: number;
  /** Part classified right, in [0, 1]. */
  readonly accuracy: number;
}

/** The step size of `followProgram`, and who watches it. */
export interface FollowProgramOptions {
  /** Of Adam. Default that of 2017, 0.0001. */
  readonly learningRate?: number;
  /** Stops between two runs; the readings are those until then. */
  readonly signal?: AbortSignal;
  /** After every run. The model gets the weights reached so far when `updateModel` is called. Promises are awaited. */
  readonly onRun?: (reading: ProgramReading, updateModel: () => void) => unknown;
}

/**
 * Trains and asks a network as the runs say, one after the other; it keeps the weights of the last step.
 *
 * It does what it is told, also to learn from held-out rows. A step on no rows does nothing.
 *
 * @param model a network from `[batch, height, width, 1]`, pixels in [0, 1], to logits.
 * @returns one reading per run.
 * @throws RangeError if model and digits do not go together, or a run asks for rows that are not there.
 * @example (await followProgram(originNet({ seed: 1 }), digits, originProgram(rows).training)).at(-1).accuracy // 0.9
 * @see Used in notebooks/12-autopsy.
 */
export async function followProgram(
  model: tf.LayersModel,
  digits: Digits,
  runs: readonly ProgramRun[],
  { learningRate = originRecipe.learningRate as number, signal, onRun }: FollowProgramOptions = {},
): Promise<ProgramReading[]> {
  checkModelFits('followProgram', model, digits, { needsLabels: true });
  checkRows(runs, digits.count);
  await ready();
  const { step } = chooseEngine('auto', model, digits, { optimizer: { name: 'adam' }, seed: 0 });
  const asked = askModel(model, digits);
  const updateModel = (): void => step.updateModel();
  const measure = (fetch: ProgramRun['fetch'], batch: Digits): { loss: number; accuracy: number } => {
    if (batch.count === 0) return NOTHING;
    if (fetch === 'step') return step.run(batch, learningRate);
    updateModel();
    asked.refresh();
    const { loss, accuracy } = score(asked.answer(batch), batch);
    return { loss, accuracy };
  };
  const readings: ProgramReading[] = [];
  try {
    for (const run of runs) {
      if (signal?.aborted) break;
      const reading = { ...run, ...measure(run.fetch, rowsOf(digits, run)) };
      readings.push(reading);
      await onRun?.(reading, updateModel);
      await setImmediate();
    }
  } finally {
    updateModel();
    step.dispose();
    asked.dispose();
  }
  return readings;
}

/** No rows, none of them right: 0 / 0. */
const NOTHING = { loss: Number.NaN, accuracy: Number.NaN };

function rowsOf(digits: Digits, { from, to }: ProgramRun): Digits {
  return selectDigits(
    digits,
    Array.from({ length: to - from }, (_, i) => from + i),
  );
}

/** @throws RangeError naming the first run whose rows are not there, before anything is trained. */
function checkRows(runs: readonly ProgramRun[], count: number): void {
  for (const [index, { from, to }] of runs.entries()) {
    checkInteger('followProgram', `runs[${index}].from`, from, 0, count);
    checkInteger('followProgram', `runs[${index}].to`, to, from, count);
  }
}
