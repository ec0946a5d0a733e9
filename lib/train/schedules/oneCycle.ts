/**
 * The schedule that rises to a high rate and falls to almost nothing, once.
 * Flow: options → **oneCycle** → Schedule.
 */
import { checkBetween } from '../../check/numbers';
import { progressAt, type Schedule } from './schedule';

/** The rates of a `oneCycle` schedule, and how long they rise. */
export interface OneCycleOptions {
  /** The highest rate; it may be several times what a constant rate could be. */
  peak: number;
  /** The part of the training that rises, in (0, 1). Default 0.3. */
  rise?: number;
  /** The rate of the first step as a part of the peak, in (0, 1). Default 1/25. */
  start?: number;
  /** The rate of the last step as a part of the peak, in (0, 1). Default 1/100 000. */
  end?: number;
}

/**
 * Up along half a cosine, then down along another:
 *
 *     p ≤ rise:  rate(t) = peak · (start + (1 − start) · (1 − cos(π p / rise)) / 2)
 *     p > rise:  rate(t) = peak · (end + (1 − end) · (1 + cos(π (p − rise) / (1 − rise))) / 2)
 *
 * with p = t / (T − 1). The rise spares untrained weights, the high rate in the middle keeps the network from
 * settling early, the long fall lets it settle. Often the fastest way to a given accuracy in few epochs.
 *
 * @throws RangeError if `peak` is not a number > 0, or another option not in (0, 1).
 * @example oneCycle({ peak: 0.01, rise: 0.25 })(25, 101) // 0.01: the peak, after a quarter of the steps
 * @see Smith & Topin, Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates (2018).
 *   Used in notebooks/11-training, notebooks/13-recipe-ladder.
 */
export function oneCycle({ peak, rise = 0.3, start = 1 / 25, end = 1e-5 }: OneCycleOptions): Schedule {
  checkBetween('oneCycle', 'peak', peak, 0, Number.POSITIVE_INFINITY);
  for (const [name, part] of Object.entries({ rise, start, end })) checkBetween('oneCycle', name, part, 0, 1);
  return (step, steps) => {
    const progress = progressAt(step, steps);
    return progress <= rise
      ? peak * between(1, start, progress / rise)
      : peak * between(end, 1, (progress - rise) / (1 - rise));
  };
}

/** From `high` at 0 to `low` at 1 along half a cosine. */
function between(low: number, high: number, part: number): number {
  return low + ((high - low) * (1 + Math.cos(Math.PI * part))) / 2;
}
