/**
 * The schedule that falls along half a cosine.
 * Flow: options → **cosine** → Schedule.
 */
import { checkBetween, checkShare } from '../../check/numbers';
import { progressAt, type Schedule } from './schedule';

/** The two ends of a `cosine` schedule. */
export interface CosineOptions {
  /** The rate of the first step. */
  peak: number;
  /** The rate of the last step as a part of the peak, in [0, 1). Default 0. */
  end?: number;
}

/**
 * Falls slowly at first, fastest half-way, slowly at the end:
 *
 *     rate(t) = peak · (end + (1 − end) · (1 + cos πp) / 2),  p = t / (T − 1)
 *
 * @throws RangeError if `peak` is not a number > 0, or `end` not in [0, 1).
 * @example cosine({ peak: 0.002 })(50, 101) // 0.001: half-way
 * @see Loshchilov & Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts (2017), eq. 5.
 */
export function cosine({ peak, end = 0 }: CosineOptions): Schedule {
  checkBetween('cosine', 'peak', peak, 0, Number.POSITIVE_INFINITY);
  checkShare('cosine', 'end', end);
  return (step, steps) => peak * (end + ((1 - end) * (1 + Math.cos(Math.PI * progressAt(step, steps)))) / 2);
}
