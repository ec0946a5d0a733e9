/**
 * The schedule that drops by a factor from time to time.
 * Flow: options → **stepDecay** → Schedule.
 */
import { checkBetween, checkInteger } from '../../check/numbers';
import type { Schedule } from './schedule';

/** The drops of a `stepDecay` schedule. */
export interface StepDecayOptions {
  /** The rate before the first drop. */
  start: number;
  /** What the rate is multiplied by at each drop, in (0, 1). Default 0.1. */
  factor?: number;
  /** How many drops there are, at equal distances: the training has one part more. Default 2. */
  drops?: number;
}

/**
 * A staircase: with `drops + 1` equal parts, part `k` (from 0) trains at
 *
 *     rate(t) = start · factorᵏ,  k = ⌊t · (drops + 1) / T⌋
 *
 * Large steps find the region, small ones settle in it: the loss falls visibly at each drop.
 *
 * @throws RangeError if `start` is not a number > 0, `factor` not in (0, 1), or `drops` not a whole number ≥ 1.
 * @example stepDecay({ start: 0.1 })(40, 90) // 0.01: the second of three parts
 * @see He et al., Deep Residual Learning for Image Recognition (2016), §3.4.
 */
export function stepDecay({ start, factor = 0.1, drops = 2 }: StepDecayOptions): Schedule {
  checkBetween('stepDecay', 'start', start, 0, Number.POSITIVE_INFINITY);
  checkBetween('stepDecay', 'factor', factor, 0, 1);
  checkInteger('stepDecay', 'drops', drops, 1);
  return (step, steps) => start * factor ** Math.floor((step * (drops + 1)) / steps);
}
