/**
 * Dropout, with its gradient: units stay away at random, so that none can be relied on alone.
 * Flow: dense → **dropout** (while training only) → dense.
 */
import { checkShape } from '../check/arrays';
import { checkShare } from '../check/numbers';
import type { Random } from '../random/random';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * Each value is set to 0 with probability `rate`; the survivors grow by 1 / (1 − rate), so that the expected
 * value stays what it was and nothing has to change when the network is used.
 *
 * @param inputs any shape.
 * @param rate in `[0, 1)`; 0 drops nothing.
 * @param random the stream that decides; the same state gives the same mask.
 * @returns `outputs`, and the `mask` (0 or 1 / (1 − rate)) that the gradient needs, both in the shape of `inputs`.
 * @throws RangeError if `rate` is out of range.
 * @example dropout(ndarray([1], [3]), 0, createRandom(1)).outputs.data // [3]
 * @see Srivastava et al., Dropout (2014). Derived in notebooks/13-recipe-ladder.
 */
export function dropout(inputs: NdArray, rate: number, random: Random): { outputs: NdArray; mask: NdArray } {
  checkShare('dropout', 'rate', rate);
  const mask = inputs.data.map(() => (random.uniform() < rate ? 0 : 1 / (1 - rate)));
  const outputs = inputs.data.map((value, index) => value * mask[index]!);
  return { outputs: ndarray(inputs.shape, outputs), mask: ndarray(inputs.shape, mask) };
}

/**
 * The upstream gradient carried through `dropout`: what was dropped gets none.
 *
 * @param upstream gradient with respect to the outputs.
 * @param mask the mask of the forward pass, same shape.
 * @returns gradient with respect to the inputs.
 * @throws RangeError if the shapes differ.
 * @example dropoutGradient(ndarray([2], [5, 5]), ndarray([2], [0, 2])).data // [0, 10]
 * @see Derived in notebooks/13-recipe-ladder.
 */
export function dropoutGradient(upstream: NdArray, mask: NdArray): NdArray {
  checkShape('dropoutGradient', 'upstream', upstream, mask.shape);
  return ndarray(
    mask.shape,
    upstream.data.map((value, index) => value * mask.data[index]!),
  );
}
