/**
 * How weights follow their gradients: plain descent, with momentum, and Adam.
 * Flow: gradients → **optimizer** → weights, changed in place.
 */
import { checkShape } from '../check/arrays';
import { checkBetween } from '../check/numbers';
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
 * Plain gradient descent.
 *
 *     w ← w − learningRate · g
 *
 * @param learningRate > 0.
 * @throws RangeError if it is not.
 * @example sgd(0.1).update([w], [g]) // with w = 1, g = 2: w becomes 0.8
 * @see Bottou, Curtis & Nocedal, Optimization Methods for Large-Scale Machine Learning (2018). Derived in notebooks/03-sigmoid.
 */
export function sgd(learningRate: number): Optimizer {
  return momentum(learningRate, 0);
}

/**
 * Gradient descent with memory: steps in the same direction add up, zigzags cancel.
 *
 *     v ← momentum · v + g        w ← w − learningRate · v
 *
 * @param learningRate > 0.
 * @param decay the share of the old velocity that is kept, in `[0, 1)`; 0.9 is usual.
 * @throws RangeError if one is out of range.
 * @example momentum(0.1, 0.9).update([w], [g]) // with w = 1, g = 2: w becomes 0.8, with the same g again 0.42
 * @see Sutskever et al., On the importance of initialization and momentum (2013). Derived in notebooks/08-a-network-by-hand.
 */
export function momentum(learningRate: number, decay: number = 0.9): Optimizer {
  checkBetween('momentum', 'learningRate', learningRate, 0, Number.POSITIVE_INFINITY);
  checkDecay('momentum', 'decay', decay);
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
 * Adam: each weight gets a step of its own, about `learningRate` long, whatever the size of its gradient.
 *
 *     m ← beta1 · m + (1 − beta1) · g       v ← beta2 · v + (1 − beta2) · g²
 *     w ← w − learningRate · √(1 − beta2ᵗ) / (1 − beta1ᵗ) · m / (√v + epsilon)
 *
 * @throws RangeError if a setting is out of range.
 * @example adam({ learningRate: 0.1 }).update([w], [g]) // with w = 1, g = 2: w becomes 0.9, nearly
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
  checkDecay('adam', 'beta1', beta1);
  checkDecay('adam', 'beta2', beta2);
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

function eachPair(
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
function memoryOf(memory: WeakMap<NdArray, Float64Array>, weight: NdArray): Float64Array {
  const known = memory.get(weight) ?? new Float64Array(weight.data.length);
  memory.set(weight, known);
  return known;
}

function checkDecay(caller: string, name: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`${caller}: ${name} must be in [0, 1), got ${value}`);
}
