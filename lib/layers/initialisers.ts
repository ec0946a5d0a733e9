/**
 * Where weights start: small, random, and just large enough that signals neither die out nor explode.
 * Flow: shape, seed → **initial weights** → conv2d, dense.
 */
import { checkBetween } from '../check/numbers';
import type { Random } from '../random/random';
import { type NdArray, ndarray } from '../types/ndarray';

/** The standard deviation of a standard normal draw that is cut off at ±2. */
const TRUNCATED_STANDARD_DEVIATION = 0.8796256610342398;

/**
 * Draws from a normal distribution that is cut off at two standard deviations: what falls outside is drawn again.
 *
 * @param shape the weights' shape.
 * @param standardDeviation of the distribution before it is cut, > 0.
 * @param random the stream to draw from.
 * @returns values in [−2, 2] · standardDeviation.
 * @throws RangeError if `standardDeviation` is not positive.
 * @example truncatedNormal([5, 5, 1, 16], 0.05, createRandom(1)).data.length // 400
 * @see Used in notebooks/08-a-network-by-hand, by `heNormal`.
 */
export function truncatedNormal(
  shape: readonly number[],
  standardDeviation: number,
  random: Random,
): NdArray {
  checkBetween('truncatedNormal', 'standardDeviation', standardDeviation, 0, Number.POSITIVE_INFINITY);
  const weights = ndarray(shape);
  for (let index = 0; index < weights.data.length; index++) {
    let draw = random.normal();
    while (Math.abs(draw) > 2) draw = random.normal();
    weights.data[index] = draw * standardDeviation;
  }
  return weights;
}

/**
 * He's initialiser, for layers that are followed by a ReLU: truncated normal with variance 2 / fanIn.
 *
 * @param shape `[inputs, units]` or `[kernelHeight, kernelWidth, inChannels, outChannels]`.
 * @param random the stream to draw from.
 * @returns weights of that shape.
 * @throws RangeError if `shape` is neither.
 * @example heNormal([784, 10], createRandom(1)).shape // [784, 10]
 * @see He et al., Delving Deep into Rectifiers (2015), §2.2. Derived in notebooks/08-a-network-by-hand.
 */
export function heNormal(shape: readonly number[], random: Random): NdArray {
  const { fanIn } = fans('heNormal', shape);
  return truncatedNormal(shape, Math.sqrt(2 / fanIn) / TRUNCATED_STANDARD_DEVIATION, random);
}

/**
 * Glorot's initialiser, for sigmoid, tanh and the last layer: uniform in ±√(6 / (fanIn + fanOut)).
 *
 * @param shape `[inputs, units]` or `[kernelHeight, kernelWidth, inChannels, outChannels]`.
 * @param random the stream to draw from.
 * @returns weights of that shape.
 * @throws RangeError if `shape` is neither.
 * @example glorotUniform([3, 3], createRandom(1)).data.every(weight => Math.abs(weight) <= 1) // true
 * @see Glorot & Bengio, Understanding the difficulty of training deep feedforward neural networks (2010).
 *   Derived in notebooks/08-a-network-by-hand.
 */
export function glorotUniform(shape: readonly number[], random: Random): NdArray {
  const { fanIn, fanOut } = fans('glorotUniform', shape);
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  const weights = ndarray(shape);
  for (let index = 0; index < weights.data.length; index++)
    weights.data[index] = (2 * random.uniform() - 1) * limit;
  return weights;
}

/** How many numbers flow into one output, and out of one input. */
function fans(caller: string, shape: readonly number[]): { fanIn: number; fanOut: number } {
  if ((shape.length !== 2 && shape.length !== 4) || shape.some(size => !(size > 0))) {
    throw new RangeError(
      `${caller}: shape must be [inputs, units] or [kernelHeight, kernelWidth, inChannels, outChannels], got [${shape.join(', ')}]`,
    );
  }
  const [inputs, outputs] = shape.slice(-2) as [number, number];
  const cells = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return { fanIn: cells * inputs, fanOut: cells * outputs };
}
