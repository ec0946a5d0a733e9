/**
 * The schedule without a change.
 * Flow: fit's `learningRate`, a number → **constantRate** → Schedule.
 */
import { checkBetween } from '../../check/numbers';
import type { Schedule } from './schedule';

/**
 * The same rate at every step: `rate(t) = rate`. The first choice while anything else is being sought.
 *
 * @throws RangeError if `rate` is not a number > 0.
 * @example constantRate(0.001)(7, 100) // 0.001
 */
export function constantRate(rate: number): Schedule {
  checkBetween('constantRate', 'rate', rate, 0, Number.POSITIVE_INFINITY);
  return () => rate;
}
