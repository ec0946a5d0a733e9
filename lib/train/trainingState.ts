/**
 * Where a training stands between two steps, apart from what its engine holds.
 * Flow: fit → **TrainingState** ↔ checkpoints; trainEpoch and endEpoch move it on.
 */
import { createRandom, type Random, restoreRandom } from '../random/random';
import type { EpochEvent } from './events';
import type { Plan } from './plan';
import type { ReadonlyStepState, StepState } from './stepState';
import { WeightAverage } from './weightAverage';
import type { Weights } from './weights';

/** What of it is not arrays. */
export interface TrainingFacts
  extends Pick<TrainingState, 'epochs' | 'step' | 'loss' | 'stepSeconds' | 'order'> {
  /** The stream that the orders of later epochs come from. */
  random: readonly number[];
  /** Sets of weights in the mean. */
  averaged: number;
  /** Since the training began. */
  seconds: number;
}

export class TrainingState {
  /** The epochs that are finished. */
  epochs: EpochEvent[] = [];
  /** Steps done in the epoch under way. */
  step: number = 0;
  /** The losses of these steps, each times its images. */
  loss: number = 0;
  /** The time of these steps. */
  stepSeconds: number = 0;
  /** The seed of the order in which the epoch under way sees the digits. */
  order: number;
  /** The mean of the weights, if one is wanted. */
  readonly average: WeightAverage | undefined;
  /** The weights of the best epoch, if early stopping looks for it. */
  best: Weights | undefined;
  /** The seed of dropout layers and augmentation. */
  readonly stepSeed: number;
  private random: Random;
  /** When the training would have begun, had it never been interrupted. */
  private began: number = performance.now();

  constructor({ seed, averaging }: Plan) {
    this.random = createRandom(seed);
    this.stepSeed = this.random.integer(2 ** 31);
    this.order = this.random.integer(2 ** 31);
    this.average = averaging && new WeightAverage(averaging);
  }

  /** Notes a step. */
  addStep(loss: number, images: number): void {
    this.step++;
    this.loss += loss * images;
  }

  /** Closes the epoch under way and opens the next. */
  addEpoch(event: EpochEvent): void {
    this.epochs.push(event);
    this.step = 0;
    this.loss = 0;
    this.stepSeconds = 0;
    this.order = this.random.integer(2 ** 31);
  }

  /** Seconds since the training began; the time between an interruption and its resume does not count. */
  seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  facts(): TrainingFacts {
    const { epochs, step, loss, stepSeconds, order } = this;
    const averaged = this.average?.count() ?? 0;
    const random = this.random.state();
    return { epochs, step, loss, stepSeconds, order, random, averaged, seconds: this.seconds() };
  }

  arrays(): StepState {
    return new Map([...named('average', this.average?.value()), ...named('best', this.best)]);
  }

  /** Goes on from where `facts` and `arrays` were taken. */
  restore({ averaged, seconds, random, ...facts }: TrainingFacts, arrays: ReadonlyStepState): void {
    Object.assign(this, facts);
    this.random = restoreRandom(random);
    this.began = performance.now() - 1000 * seconds;
    if (averaged > 0) this.average?.restore(listed('average', arrays), averaged);
    const best = listed('best', arrays);
    if (best.length > 0) this.best = best;
  }
}

function named(group: string, weights: Weights = []): StepState {
  return new Map(weights.map((values, index) => [`${group}/${index}`, { shape: [values.length], values }]));
}

function listed(group: string, arrays: ReadonlyStepState): Weights {
  const own = [...arrays].filter(([name]) => name.startsWith(`${group}/`));
  return own.map(([, { values }]) => values as Float32Array);
}
