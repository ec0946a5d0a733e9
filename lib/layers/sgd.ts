/**
 * Plain gradient descent.
 * Flow: gradients → **sgd** → weights, changed in place.
 */
import { checkBetween } from '../check/numbers';
import { eachPair, type Optimizer } from './optimizer';

/**
 * Each weight goes against its gradient.
 *
 *     w ← w − learningRate · g
 *
 * @param learningRate > 0.
 * @throws RangeError if it is not.
 * @example
 * const weight = ndarray([1], [1]);
 * sgd(0.25).update([weight], [ndarray([1], [2])]);
 * weight.data // [0.5]
 * @see Bottou, Curtis & Nocedal, Optimization Methods for Large-Scale Machine Learning (2018).
 *   Derived in notebooks/03-sigmoid.
 */
export function sgd(learningRate: number): Optimizer {
  checkBetween('sgd', 'learningRate', learningRate, 0, Number.POSITIVE_INFINITY);
  return {
    update(weights, gradients) {
      eachPair('sgd', weights, gradients, (weight, gradient) => {
        for (let i = 0; i < weight.data.length; i++) weight.data[i]! -= learningRate * gradient.data[i]!;
      });
    },
  };
}
