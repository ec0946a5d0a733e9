/**
 * How much of a layer lies where its curve is flat, and cannot learn.
 * Flow: featureMaps → **saturation** → one number per layer.
 */
import type { NdArray } from '../types/ndarray';

/** Layers whose curve can be told from what they answer. */
export type Curve = 'sigmoid' | 'tanh' | 'relu';

/** The curve's slope, from its value. */
const slopes: Readonly<Record<Curve, (answer: number) => number>> = {
  sigmoid: answer => answer * (1 - answer),
  tanh: answer => 1 - answer * answer,
  relu: answer => (answer > 0 ? 1 : 0),
};

/**
 * The share of answers at which the curve is flat: its slope is below 0.01.
 *
 * A sigmoid's slope is p (1 − p), so those are answers below 0.0101 and above 0.9899. What is handed back to such a
 * unit is multiplied by that slope, and all but gone. A ReLU is flat where it answers 0, for half of all inputs in a
 * healthy network; it is no cause for alarm as long as the same unit answers to other inputs.
 *
 * @param answers a layer's activations, of any shape.
 * @returns in [0, 1].
 * @throws RangeError if there are no answers, one of them is NaN, or `curve` is none of the three.
 * @example saturation(ndarray([4], [0.5, 0.999, 0.001, 0.9]), 'sigmoid') // 0.5
 * @see Glorot & Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010), §3.
 *   Used in notebooks/12-autopsy.
 */
export function saturation(answers: NdArray, curve: Curve): number {
  if (!Object.hasOwn(slopes, curve)) {
    throw new RangeError(`saturation: curve must be one of ${Object.keys(slopes).join(', ')}, got ${curve}`);
  }
  const { data } = answers;
  if (data.length === 0) throw new RangeError('saturation: answers must not be empty, got 0');
  const nan = data.findIndex(Number.isNaN);
  if (nan >= 0) throw new RangeError(`saturation: answers[${nan}] must be a number, got NaN`);
  const slopeAt = slopes[curve];
  return data.reduce((flat, answer) => flat + (slopeAt(answer) < FLAT ? 1 : 0), 0) / data.length;
}

const FLAT = 0.01;
