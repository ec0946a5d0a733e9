/**
 * Keeps a training in a folder, so that it can go on after an interruption.
 * Flow: fit → **Checkpoints** → checkpointFile; at resume the other way round.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../check/inputError';
import { cannotWrite } from '../../data/cannotWrite';
import type { StepState } from '../stepState';
import { stepsDone, type Training } from '../training';
import type { TrainingFacts } from '../trainingState';
import { readCheckpointFile, writeCheckpointFile } from './checkpointFile';
import { digestOf, type Identity, identityOf } from './identity';

/** The file in a checkpoint folder. */
const CHECKPOINT = 'checkpoint.bin';
/** What is left of a checkpoint that was being written when the process was killed. */
const LEFTOVER = /^checkpoint\.bin\.\d+\.part$/;
/** The group of the engine's own arrays. */
const ENGINE = 'engine/';

interface CheckpointFacts extends TrainingFacts {
  identity: Identity;
  /** A digest of the learning rates of the steps that are done. */
  rates: string;
}

export class Checkpoints {
  private readonly identity: Identity;

  private constructor(
    private readonly path: string,
    private readonly training: Training,
  ) {
    this.identity = identityOf(training.plan, training.step.engine);
  }

  /**
   * Makes the folder, and clears what a killed process left in it.
   *
   * @throws InputError if it cannot be a folder; Error if the disk is full.
   */
  static async open(folder: string, training: Training): Promise<Checkpoints> {
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC') throw cannotWrite(folder, error);
      throw new InputError(`fit: checkpoint.folder ${folder}: expected a folder, found ${code}`);
    }
    const leftovers = (await readdir(folder)).filter(name => LEFTOVER.test(name));
    for (const name of leftovers) await rm(join(folder, name), { force: true });
    return new Checkpoints(join(folder, CHECKPOINT), training);
  }

  /** Replaces the checkpoint in the folder by one of this moment. */
  async save(): Promise<void> {
    const { identity, training } = this;
    const { plan, state, step } = training;
    const rates = digestOfRates(plan.rates, stepsDone(plan, state));
    const arrays: StepState = state.arrays();
    for (const [name, entry] of step.state()) arrays.set(`${ENGINE}${name}`, entry);
    const facts: CheckpointFacts = { identity, rates, ...state.facts() };
    await writeCheckpointFile(this.path, facts, arrays);
  }

  /**
   * Puts the training where the checkpoint stands; does nothing if there is none.
   *
   * @throws InputError if the file is damaged, or the checkpoint of another training; then nothing has changed.
   */
  async resume(): Promise<void> {
    const found = await readCheckpointFile<CheckpointFacts>('fit', this.path);
    if (!found) return;
    const { identity = {}, rates, ...facts } = found.facts;
    const { plan, state, step } = this.training;
    this.check(identity, rates, stepsDone(plan, facts));
    // By their places: a model that is built a second time has other names where its layers were given none.
    const engine = [...found.arrays].filter(([name]) => name.startsWith(ENGINE));
    const names = [...step.state().keys()];
    step.restore(new Map(engine.map(([name, entry], index) => [names[index] ?? name, entry])));
    state.restore(facts, found.arrays);
  }

  private check(identity: Identity, rates: string, done: number): void {
    const refuse = (name: string, expected: string, found: string): InputError =>
      new InputError(
        `fit: ${this.path}: expected ${name} ${expected}, found ${found}; ` +
          'resume with what the checkpoint was made with, or train without resume',
      );
    for (const [name, expected] of Object.entries(this.identity)) {
      const found = identity[name];
      if (found !== expected) throw refuse(name, expected, String(found));
    }
    const { plan } = this.training;
    if (done > plan.rates.length) throw refuse('at most', `${plan.rates.length} steps`, `${done}`);
    if (rates !== digestOfRates(plan.rates, done)) {
      throw refuse('learningRate', 'the same schedule', `another one in the first ${done} steps`);
    }
  }
}

function digestOfRates(rates: Float64Array, steps: number): string {
  return digestOf(new Uint8Array(rates.buffer, 0, 8 * steps));
}
