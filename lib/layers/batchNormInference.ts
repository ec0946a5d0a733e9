/**
 * Batch normalisation when the network is used: fixed statistics, so that an answer does not depend on its neighbours.
 * Flow: conv2d or dense → **batchNormInference** → relu.
 */
import { checkFinite, checkRange, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { checkEpsilon, checkPerChannel } from './channelStatistics';

/** What training has left behind for each channel, `[channels]` each. */
export interface BatchNormState {
  readonly gamma: NdArray;
  readonly beta: NdArray;
  /** Moving average of the batches' means. */
  readonly mean: NdArray;
  /** Moving average of the batches' variances, ≥ 0. */
  readonly variance: NdArray;
}

/**
 * Normalises each channel by the statistics that training collected.
 *
 *     batchNormInference(x) = gamma · (x − mean) / √(variance + epsilon) + beta
 *
 * @param inputs `[batch, …, channels]`.
 * @param state `gamma`, `beta`, `mean` and `variance`, `[channels]` each.
 * @param epsilon that of training; 0.001 when left out.
 * @returns the shape of `inputs`.
 * @throws RangeError if the shapes do not fit, a variance is negative or `epsilon` is not a number > 0.
 * @example
 * const [gamma, beta, mean, variance] = [2, 1, 3, 4].map(value => ndarray([1], [value]));
 * batchNormInference(ndarray([1, 1], [5]), { gamma, beta, mean, variance }, 1e-12).data // [3], nearly
 * @see Ioffe & Szegedy, Batch Normalization (2015), algorithm 2. Derived in notebooks/13-recipe-ladder.
 */
export function batchNormInference(inputs: NdArray, state: BatchNormState, epsilon: number = 1e-3): NdArray {
  const scale = scales('batchNormInference', inputs, state, epsilon);
  const channels = scale.length;
  const outputs = inputs.data.map((value, index) => {
    const c = index % channels;
    return scale[c]! * (value - state.mean.data[c]!) + state.beta.data[c]!;
  });
  return ndarray(inputs.shape, outputs);
}

/**
 * The upstream gradient carried through `batchNormInference` to its inputs: with fixed statistics it is a plain scaling.
 *
 *     gradient = upstream · gamma / √(variance + epsilon)
 *
 * @param upstream gradient with respect to the outputs, shape of `inputs`.
 * @param inputs the inputs of the forward pass.
 * @param state the state of the forward pass.
 * @param epsilon that of the forward pass.
 * @returns gradient with respect to `inputs`.
 * @throws RangeError as `batchNormInference`, or if `upstream` has another shape.
 * @example
 * const [gamma, beta, mean, variance] = [2, 1, 3, 4].map(value => ndarray([1], [value]));
 * const state = { gamma, beta, mean, variance };
 * batchNormInferenceGradient(ndarray([1, 1], [3]), ndarray([1, 1], [5]), state, 1e-12).data // [3], nearly
 * @see Derived in notebooks/13-recipe-ladder.
 */
export function batchNormInferenceGradient(
  upstream: NdArray,
  inputs: NdArray,
  state: BatchNormState,
  epsilon: number = 1e-3,
): NdArray {
  const scale = scales('batchNormInferenceGradient', inputs, state, epsilon);
  checkShape('batchNormInferenceGradient', 'upstream', upstream, inputs.shape);
  return ndarray(
    inputs.shape,
    upstream.data.map((value, index) => value * scale[index % scale.length]!),
  );
}

/** gamma / √(variance + epsilon) of each channel. */
function scales(caller: string, inputs: NdArray, state: BatchNormState, epsilon: number): Float64Array {
  const { gamma, beta, mean, variance } = state;
  checkPerChannel(caller, inputs, { gamma, beta, mean, variance });
  checkFinite(caller, 'variance', variance);
  checkRange(caller, 'variance', variance, 0, Number.POSITIVE_INFINITY);
  checkEpsilon(caller, epsilon);
  return gamma.data.map((value, c) => value / Math.sqrt(variance.data[c]! + epsilon));
}
