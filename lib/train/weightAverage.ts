/**
 * The mean of the weights that a training passes through: often better than where it ends.
 * Flow: fit, every few steps → **WeightAverage** → validation, the final model.
 */
import { checkInteger } from '../check/numbers';
import type { Weights } from './weights';

/** Which weights are averaged, and how. */
export interface Averaging {
  /** Steps from one set of weights that counts to the next. Default 10. */
  readonly everySteps?: number;
  /** The epoch, counted from 1, in which the mean begins. Default 1. */
  readonly fromEpoch?: number;
  /**
   * How much of the mean each new set leaves in place, in (0, 1]. Default 1: all sets count alike, stochastic weight
   * averaging. Below 1 old ones fade, an exponential moving average over about 1 / (1 − decay) sets.
   */
  readonly decay?: number;
}

/**
 * The mean so far. The n-th set of weights changes it by
 *
 *     mean ← mean + share · (weights − mean),  share = max(1/n, 1 − decay)
 *
 * so that the first sets count alike, and an exponential average does not remember a beginning at 0. Batch norm's
 * moving averages are weights here like any others.
 *
 * @see Izmailov et al., Averaging Weights Leads to Wider Optima and Better Generalization (2018); Polyak & Juditsky,
 *   Acceleration of Stochastic Approximation by Averaging (1992). Used in notebooks/13-recipe-ladder.
 */
export class WeightAverage {
  private mean: Float32Array[] = [];
  private sets: number = 0;
  private readonly options: Required<Averaging>;

  constructor({ everySteps = 10, fromEpoch = 1, decay = 1 }: Averaging) {
    this.options = { everySteps, fromEpoch, decay };
  }

  /** Whether the weights after a step count; epoch and step in it from 1. */
  counts(epoch: number, step: number): boolean {
    return epoch >= this.options.fromEpoch && step % this.options.everySteps === 0;
  }

  add(weights: Weights): void {
    this.sets++;
    if (this.sets === 1) {
      this.mean = weights.map(values => values.slice());
      return;
    }
    const share = Math.max(1 / this.sets, 1 - this.options.decay);
    for (const [index, values] of weights.entries()) {
      const mean = this.mean[index]!;
      for (let at = 0; at < mean.length; at++) mean[at]! += share * (values[at]! - mean[at]!);
    }
  }

  /** The mean; undefined before the first set. */
  value(): Weights | undefined {
    return this.sets > 0 ? this.mean : undefined;
  }

  /** How many sets are in the mean. */
  count(): number {
    return this.sets;
  }

  /** Goes on from a mean of `count` sets. */
  restore(mean: Weights, count: number): void {
    this.mean = mean.map(values => values.slice());
    this.sets = count;
  }
}

/** @throws RangeError if an option is out of its range. */
export function checkAveraging(
  caller: string,
  { everySteps = 10, fromEpoch = 1, decay = 1 }: Averaging,
): void {
  checkInteger(caller, 'averaging.everySteps', everySteps, 1);
  checkInteger(caller, 'averaging.fromEpoch', fromEpoch, 1);
  if (decay > 0 && decay <= 1) return;
  throw new RangeError(`${caller}: averaging.decay must be a number in (0, 1], got ${decay}`);
}
