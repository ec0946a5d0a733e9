/**
 * What every optimizer is, and what they share: weights and gradients in pairs, and a memory for each.
 * Flow: **optimizer** → sgd, momentum, adam.
 */
import { checkShape } from '../check/arrays';
import type { NdArray } from '../types/ndarray';

/** Changes weights in place. It remembers what it needs about each array of weights, by identity. */
export interface Optimizer {
  /**
   * One step for each array of weights.
   *
   * @throws RangeError if there are not as many gradients as weights, or the shapes of a pair differ.
   */
  update(weights: readonly NdArray[], gradients: readonly NdArray[]): void;
}

/**
 * Calls `change` with each weight and its gradient, once all of them are known to fit: no step is half made.
 *
 * @throws RangeError if there are not as many gradients as weights, or the shapes of a pair differ.
 */
export function eachPair(
  caller: string,
  weights: readonly NdArray[],
  gradients: readonly NdArray[],
  change: (weight: NdArray, gradient: NdArray) => void,
): void {
  if (gradients.length !== weights.length) {
    throw new RangeError(
      `${caller}: gradients must be ${weights.length}, one per weight, got ${gradients.length}`,
    );
  }
  weights.forEach((weight, index) => {
    checkShape(caller, `gradients[${index}]`, gradients[index]!, weight.shape);
  });
  weights.forEach((weight, index) => {
    change(weight, gradients[index]!);
  });
}

/** What is remembered about these weights; zeros at first. */
export function memoryOf(memory: WeakMap<NdArray, Float64Array>, weight: NdArray): Float64Array {
  const known = memory.get(weight) ?? new Float64Array(weight.data.length);
  memory.set(weight, known);
  return known;
}
