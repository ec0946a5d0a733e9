/**
 * Adam: gradient descent with a step length for each weight.
 * Flow: gradients → **adam** → weights, changed in place.
 */
import { checkBetween, checkShare } from '../check/numbers';
import type { NdArray } from '../types/ndarray';
import { eachPair, memoryOf, type Optimizer } from './optimizer';

/** Adam's settings; the defaults are the paper's. */
export interface AdamOptions {
  /** > 0; 0.001 when left out. */
  readonly learningRate?: number;
  /** Memory of the mean gradient, in `[0, 1)`; 0.9 when left out. */
  readonly beta1?: number;
  /** Memory of the mean squared gradient, in `[0, 1)`; 0.999 when left out. */
  readonly beta2?: number;
  /** > 0, keeps a weight with no gradient from dividing by 0; 1e-7 as in Keras when left out. */
  readonly epsilon?: number;
}

/**
 * Each weight gets a step of its own, about `learningRate` long, whatever the size of its gradient.
 * t counts the calls of `update`; m and v start at 0.
 *
 *     m ← beta1 · m + (1 − beta1) · g       v ← beta2 · v + (1 − beta2) · g²
 *     w ← w − learningRate · √(1 − beta2ᵗ) / (1 − beta1ᵗ) · m / (√v + epsilon)
 *
 * @throws RangeError if a setting is out of range.
 * @param options `learningRate` (0.001), `beta1` (0.9), `beta2` (0.999), `epsilon` (1e-7).
 * @example
 * const weight = ndarray([1], [1]);
 * adam({ learningRate: 0.1 }).update([weight], [ndarray([1], [200])]);
 * weight.data // [0.9], nearly
 * @see Kingma & Ba, Adam (2015), §2. Derived in notebooks/08-a-network-by-hand.
 */
export function adam({
  learningRate = 1e-3,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-7,
}: AdamOptions = {}): Optimizer {
  checkBetween('adam', 'learningRate', learningRate, 0, Number.POSITIVE_INFINITY);
  checkBetween('adam', 'epsilon', epsilon, 0, Number.POSITIVE_INFINITY);
  checkShare('adam', 'beta1', beta1);
  checkShare('adam', 'beta2', beta2);
  const means = new WeakMap<NdArray, Float64Array>();
  const squares = new WeakMap<NdArray, Float64Array>();
  let step = 0;
  return {
    update(weights, gradients) {
      step++;
      const rate = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
      eachPair('adam', weights, gradients, (weight, gradient) => {
        const mean = memoryOf(means, weight);
        const square = memoryOf(squares, weight);
        for (let i = 0; i < mean.length; i++) {
          const g = gradient.data[i]!;
          mean[i] = beta1 * mean[i]! + (1 - beta1) * g;
          square[i] = beta2 * square[i]! + (1 - beta2) * g * g;
          weight.data[i]! -= (rate * mean[i]!) / (Math.sqrt(square[i]!) + epsilon);
        }
      });
    },
  };
}
