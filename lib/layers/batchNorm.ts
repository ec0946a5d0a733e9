/**
 * Batch normalisation while training, with its gradients: every channel gets mean 0 and variance 1 over the batch,
 * then a scale and an offset of its own.
 * Flow: conv2d or dense → **batchNorm** → relu. To use the trained network, see batchNormInference.
 */
import { checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { channelStatistics, checkPerChannel } from './channelStatistics';

/**
 * Normalises each channel by the batch's own statistics.
 *
 *     x̂ = (x − mean) / √(variance + epsilon)        batchNorm(x) = gamma · x̂ + beta
 *
 * @param inputs `[batch, …, channels]`, at least one value per channel.
 * @param gamma `[channels]`, the scale; starts at 1.
 * @param beta `[channels]`, the offset; starts at 0.
 * @param epsilon > 0, keeps a constant channel from dividing by 0; 0.001 as in Keras when left out.
 * @returns `outputs` in the shape of `inputs`, with the batch's `mean` and `variance` (divided by the number of
 *   values), `[channels]` each, from which moving averages are made.
 * @throws RangeError if the shapes do not fit, there is no value, or `epsilon` is not a number > 0.
 * @example batchNorm(ndarray([2, 1], [0, 2]), ndarray([1], [1]), ndarray([1], [5]), 1e-12).outputs.data // [4, 6], nearly
 * @see Ioffe & Szegedy, Batch Normalization (2015), algorithm 1. Derived in notebooks/13-recipe-ladder.
 */
export function batchNorm(
  inputs: NdArray,
  gamma: NdArray,
  beta: NdArray,
  epsilon: number = 1e-3,
): { outputs: NdArray; mean: NdArray; variance: NdArray } {
  checkPerChannel('batchNorm', inputs, { gamma, beta });
  const { mean, variance, normalised } = channelStatistics('batchNorm', inputs, epsilon);
  const channels = gamma.data.length;
  const outputs = normalised.map(
    (value, index) => gamma.data[index % channels]! * value + beta.data[index % channels]!,
  );
  return {
    outputs: ndarray(inputs.shape, outputs),
    mean: ndarray([channels], mean),
    variance: ndarray([channels], variance),
  };
}

/**
 * The upstream gradient carried through `batchNorm`. Mean and variance depend on every value of the channel, so
 * the part of `upstream` that only shifts or stretches the whole channel is taken out.
 *
 *     gamma: Σ upstream · x̂      beta: Σ upstream
 *     inputs: gamma / √(variance + epsilon) · (upstream − mean(upstream) − x̂ · mean(upstream · x̂))
 *
 * @param upstream gradient with respect to the outputs, shape of `inputs`.
 * @param inputs the inputs of the forward pass.
 * @param gamma the scale of the forward pass.
 * @param epsilon that of the forward pass.
 * @returns gradients with respect to `inputs`, `gamma` and `beta`, in their shapes.
 * @throws RangeError as `batchNorm`, or if `upstream` has another shape.
 * @example batchNormGradient(ndarray([2, 1], [1, 1]), ndarray([2, 1], [0, 2]), ndarray([1], [1])).inputs.data // [0, 0]
 * @see Ioffe & Szegedy (2015), §3. Derived in notebooks/13-recipe-ladder.
 */
export function batchNormGradient(
  upstream: NdArray,
  inputs: NdArray,
  gamma: NdArray,
  epsilon: number = 1e-3,
): { inputs: NdArray; gamma: NdArray; beta: NdArray } {
  checkPerChannel('batchNormGradient', inputs, { gamma });
  checkShape('batchNormGradient', 'upstream', upstream, inputs.shape);
  const { variance, normalised } = channelStatistics('batchNormGradient', inputs, epsilon);
  const channels = gamma.data.length;
  const gammaGradient = ndarray([channels]);
  const betaGradient = ndarray([channels]);
  upstream.data.forEach((value, index) => {
    gammaGradient.data[index % channels]! += value * normalised[index]!;
    betaGradient.data[index % channels]! += value;
  });
  const count = inputs.data.length / channels;
  const inputsGradient = upstream.data.map((value, index) => {
    const c = index % channels;
    const common = (betaGradient.data[c]! + normalised[index]! * gammaGradient.data[c]!) / count;
    return (gamma.data[c]! / Math.sqrt(variance[c]! + epsilon)) * (value - common);
  });
  return { inputs: ndarray(inputs.shape, inputsGradient), gamma: gammaGradient, beta: betaGradient };
}
