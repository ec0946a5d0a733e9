/**
 * One number added to each channel, with its gradient.
 * Flow: conv2d or dense → **addBias** → relu.
 */
import { channelsOf, checkShape } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * `bias[c]` added to every value of channel c; the channels are the last axis.
 *
 * @param inputs `[batch, …, channels]`.
 * @param bias `[channels]`.
 * @returns the shape of `inputs`.
 * @throws RangeError if `bias` does not have one number per channel.
 * @example addBias(ndarray([2, 2], [1, 2, 3, 4]), ndarray([2], [10, 20])).data // [11, 22, 13, 24]
 * @see Used in notebooks/07-pooling.
 */
export function addBias(inputs: NdArray, bias: NdArray): NdArray {
  const channels = channelsOf('addBias', 'inputs', inputs);
  checkShape('addBias', 'bias', bias, [channels]);
  const outputs = ndarray(inputs.shape);
  for (let start = 0; start < outputs.data.length; start += channels)
    for (let c = 0; c < channels; c++) outputs.data[start + c] = inputs.data[start + c]! + bias.data[c]!;
  return outputs;
}

/**
 * Gradient of `addBias` with respect to the bias: a bias takes part in every value of its channel, so their
 * gradients add up. (With respect to the inputs it is `upstream` itself.)
 *
 * @param upstream gradient with respect to the output, `[batch, …, channels]`.
 * @returns `[channels]`.
 * @throws RangeError if `upstream` has no axis.
 * @example addBiasGradient(ndarray([2, 2], [1, 2, 3, 4])).data // [4, 6]
 * @see Used in notebooks/07-pooling.
 */
export function addBiasGradient(upstream: NdArray): NdArray {
  const channels = channelsOf('addBiasGradient', 'upstream', upstream);
  const sums = ndarray([channels]);
  for (let start = 0; start < upstream.data.length; start += channels)
    for (let c = 0; c < channels; c++) sums.data[c]! += upstream.data[start + c]!;
  return sums;
}
