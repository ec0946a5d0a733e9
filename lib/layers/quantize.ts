/**
 * Weights in 8 bits each: a quarter of the room, and nearly the same answers.
 * Flow: kernel → **quantize** → file, page → **dequantize** → layerOutputs, toLayers.
 */
import { checkFinite } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/** Weight = step of its channel · whole number. */
export interface QuantizedWeights {
  readonly shape: readonly number[];
  /** One for each channel, which is the last axis; ≥ 0. */
  readonly steps: Float64Array;
  /** From −127 to 127, in the order of the weights. */
  readonly integers: Int8Array;
}

const MOST_STEPS = 127;

/**
 * Rounds every weight to a whole number of steps. Each channel has its own step, a 127th of its largest amount, because
 * one filter may be a hundred times as strong as another.
 *
 *     integer = round(weight / step),  step = max |weight of the channel| / 127
 *
 * @param weights `[…, channels]`, finite, such as a kernel.
 * @returns weights that differ by half a step at most.
 * @throws RangeError if `weights` has no axis or a number is not finite.
 * @example
 * const { integers } = quantize(ndarray([2, 2], [0.5, 30, -1, -10]));
 * integers // [64, 127, -127, -42]
 * @see Jacob et al., Quantization and Training of Neural Networks (2018). Derived in notebooks/15-ship-it.
 */
export function quantize(weights: NdArray): QuantizedWeights {
  const { shape, data } = weights;
  checkFinite('quantize', 'weights', weights);
  const channels = shape.at(-1);
  if (channels === undefined) throw new RangeError('quantize: weights must be […, channels], got []');
  const steps = new Float64Array(channels);
  data.forEach((weight, index) => {
    const channel = index % channels;
    steps[channel] = Math.max(steps[channel]!, Math.abs(weight) / MOST_STEPS);
  });
  const integers = Int8Array.from(data, (weight, index) => {
    const step = steps[index % channels]!;
    return step === 0 ? 0 : Math.round(weight / step);
  });
  return { shape, steps, integers };
}

/**
 * The weights again, each within half a step of what it was.
 *
 * @throws RangeError if the number of integers does not fit the shape.
 * @example dequantize({ shape: [2, 1], steps: Float64Array.of(0.5), integers: Int8Array.of(-127, 3) }).data // [-63.5, 1.5]
 * @see Derived in notebooks/15-ship-it.
 */
export function dequantize({ shape, steps, integers }: QuantizedWeights): NdArray {
  const weights = Float64Array.from(integers, (integer, index) => integer * steps[index % steps.length]!);
  return ndarray(shape, weights);
}
