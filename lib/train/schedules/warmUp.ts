/**
 * A careful beginning, put before any other schedule.
 * Flow: a number of steps, a Schedule → **warmUp** → Schedule.
 */
import { checkInteger } from '../../check/numbers';
import type { Schedule } from './schedule';

/**
 * Rises in a straight line to where `then` begins, which has the remaining steps for itself:
 *
 *     t < warm:  rate(t) = then(0, T − warm) · (t + 1) / (warm + 1)
 *     t ≥ warm:  rate(t) = then(t − warm, T − warm)
 *
 * In the first steps gradients are large and Adam's averages rest on few of them; small rates keep both from harm.
 *
 * @param warm steps that rise, a whole number ≥ 1; a training of no more steps only rises.
 * @throws RangeError if `warm` is anything else.
 * @example warmUp(4, constantRate(0.01))(1, 100) // 0.004, after 0.002 and before 0.006, 0.008 and then 0.01
 * @see Goyal et al., Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour (2017), §2.2.
 */
export function warmUp(warm: number, then: Schedule): Schedule {
  checkInteger('warmUp', 'warm', warm, 1);
  return (step, steps) => {
    const rest = Math.max(1, steps - warm);
    return step < warm ? (then(0, rest) * (step + 1)) / (warm + 1) : then(step - warm, rest);
  };
}
