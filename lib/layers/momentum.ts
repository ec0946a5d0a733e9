/**
 * Gradient descent that remembers where it was going.
 * Flow: gradients → **momentum** → weights, changed in place.
 */
import { checkBetween, checkShare } from '../check/numbers';
import type { NdArray } from '../types/ndarray';
import { eachPair, memoryOf, type Optimizer } from './optimizer';

/**
 * Gradient descent with memory: steps in the same direction add up, zigzags cancel.
 *
 *     v ← momentum · v + g        w ← w − learningRate · v
 *
 * @param learningRate > 0.
 * @param decay the share of the old velocity that is kept, in `[0, 1)`; 0.9 is usual.
 * @throws RangeError if one is out of range.
 * @example
 * const weight = ndarray([1], [1]);
 * const optimizer = momentum(0.25, 0.5);
 * optimizer.update([weight], [ndarray([1], [2])]); // the velocity is 2, the weight 0.5
 * optimizer.update([weight], [ndarray([1], [2])]); // the velocity is 3
 * weight.data // [-0.25]
 * @see Sutskever et al., On the importance of initialization and momentum (2013).
 */
export function momentum(learningRate: number, decay: number = 0.9): Optimizer {
  checkBetween('momentum', 'learningRate', learningRate, 0, Number.POSITIVE_INFINITY);
  checkShare('momentum', 'decay', decay);
  const velocities = new WeakMap<NdArray, Float64Array>();
  return {
    update(weights, gradients) {
      eachPair('momentum', weights, gradients, (weight, gradient) => {
        const velocity = memoryOf(velocities, weight);
        for (let i = 0; i < velocity.length; i++) {
          velocity[i] = decay * velocity[i]! + gradient.data[i]!;
          weight.data[i]! -= learningRate * velocity[i]!;
        }
      });
    },
  };
}
