/**
 * Mean and variance of each channel: the first half of batch normalisation.
 * Flow: inputs → **channel statistics** → batchNorm, forward and backward.
 */
import { channelsOf, checkShape } from '../check/arrays';
import { checkBetween } from '../check/numbers';
import type { NdArray } from '../types/ndarray';

/** What a batch says about its channels, and its values after mean and variance are taken out. */
export interface ChannelStatistics {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly normalised: Float64Array;
}

/**
 * The statistics of a batch; the channels are the last axis.
 *
 * @throws RangeError if a channel has no value or `epsilon` is not positive.
 */
export function channelStatistics(caller: string, inputs: NdArray, epsilon: number): ChannelStatistics {
  checkEpsilon(caller, epsilon);
  const channels = inputs.shape.at(-1) ?? 0;
  const count = inputs.data.length / channels;
  if (!(count > 0)) {
    throw new RangeError(
      `${caller}: inputs must have at least one value per channel, got shape [${inputs.shape.join(', ')}]`,
    );
  }
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  inputs.data.forEach((value, index) => {
    mean[index % channels]! += value / count;
  });
  inputs.data.forEach((value, index) => {
    variance[index % channels]! += (value - mean[index % channels]!) ** 2 / count;
  });
  const normalised = inputs.data.map((value, index) => {
    const c = index % channels;
    return (value - mean[c]!) / Math.sqrt(variance[c]! + epsilon);
  });
  return { mean, variance, normalised };
}

/** Refuses an epsilon that could let a division by 0 through. */
export function checkEpsilon(caller: string, epsilon: number): void {
  checkBetween(caller, 'epsilon', epsilon, 0, Number.POSITIVE_INFINITY);
}

/** Refuses arrays that do not hold exactly one number per channel of `inputs`. */
export function checkPerChannel(
  caller: string,
  inputs: NdArray,
  arrays: Readonly<Record<string, NdArray>>,
): void {
  const channels = channelsOf(caller, 'inputs', inputs);
  for (const [name, array] of Object.entries(arrays)) checkShape(caller, name, array, [channels]);
}
