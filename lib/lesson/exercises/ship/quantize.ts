/**
 * Exercise 15: weights in whole steps.
 */
import { dequantize, quantize } from '../../../layers/quantize';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [weights: NdArray];

/** How a weight becomes a whole number of steps. */
type Rounding = (weight: number, step: number) => number;

const nearest: Rounding = (weight, step) => (step === 0 ? 0 : Math.round(weight / step));

/** @param groupOf which weights share a step. */
function inSteps(
  { shape, data }: NdArray,
  groupOf: (index: number) => number,
  {
    most = 127,
    rounding = nearest,
    size = Math.abs,
  }: { most?: number; rounding?: Rounding; size?: (weight: number) => number } = {},
): NdArray {
  const largest = new Map<number, number>();
  data.forEach((weight, index) => {
    const group = groupOf(index);
    largest.set(group, Math.max(largest.get(group) ?? 0, size(weight)));
  });
  return ndarray(
    shape,
    data.map((weight, index) => {
      const step = largest.get(groupOf(index))! / most;
      return rounding(weight, step) * step;
    }),
  );
}

const channel =
  ({ shape }: NdArray): ((index: number) => number) =>
  index =>
    index % shape.at(-1)!;

export const shipQuantize: ExerciseDefinition<Args, NdArray> = {
  name: 'ship/quantize',
  lesson: '15-ship-it',
  parameters: ['weights'],
  starter: weights => weights,
  solution: weights => dequantize(quantize(weights)),
  solutionText: `function inEightBits(weights: NdArray): NdArray {
  const channels = weights.shape[weights.shape.length - 1];
  const steps = new Float64Array(channels);
  weights.data.forEach((weight, i) => {
    steps[i % channels] = Math.max(steps[i % channels], Math.abs(weight) / 127);
  });
  const rounded = weights.data.map((weight, i) => {
    const step = steps[i % channels];
    return step === 0 ? 0 : Math.round(weight / step) * step;
  });
  return ndarray(weights.shape, rounded);
}`,
  inputs: random => [
    [ndarray([2, 1], [127, 3.4])],
    [ndarray([2, 2], [127, 1.27, -30.2, 0.554])],
    [ndarray([3, 1], [-12.7, 5.06, 0.31])],
    [ndarray([2, 2], [0, 2.54, 0, -1.111])],
    [kernel(random, 3, 3, 2, 4)],
    [kernel(random, 20, 3)],
  ],
  tolerance: 1e-9,
  hints: [
    'The channels are the last axis: weight number i belongs to channel i % channels. What is the largest amount in each?',
    'With 127 steps up and 127 down, a step is a 127th of that. How many whole steps is a weight?',
    '`Math.round(weight / step) * step`. And what is the step of a channel that is all zero?',
  ],
  mistakes: [
    {
      is: 'one step for the whole kernel',
      does: weights => inSteps(weights, () => 0),
      because:
        'Beside one filter with weights of 30, another with weights of 0.01 is rounded to nothing. A step for each channel.',
    },
    {
      is: 'a step for each input, not for each channel',
      does: weights => inSteps(weights, index => Math.floor(index / weights.shape.at(-1)!)),
      because: 'The last axis counts the channels, so its numbers lie side by side: channel i % channels.',
    },
    {
      is: 'cut off, not rounded',
      does: weights =>
        inSteps(weights, channel(weights), {
          rounding: (weight, step) => (step === 0 ? 0 : Math.trunc(weight / step)),
        }),
      because: 'Every weight would come nearer to 0. `Math.round` errs to both sides, and by half as much.',
    },
    {
      is: '255 steps on each side',
      does: weights => inSteps(weights, channel(weights), { most: 255 }),
      because: 'Eight bits have 256 values for both signs together: −127 to 127.',
    },
    {
      is: '128 steps on each side',
      does: weights => inSteps(weights, channel(weights), { most: 128 }),
      because: 'An `Int8Array` holds −128 to 127: +128 would come back as −128. Use 127 on both sides.',
    },
    {
      is: 'whole numbers without a step',
      does: ({ shape, data }) => ndarray(shape, data.map(Math.round)),
      because: 'Most weights are below 1 and would all be 0. Whole numbers *of steps*, then times the step.',
    },
    {
      is: 'the whole numbers, not yet times their step',
      does: weights => ndarray(weights.shape, Float64Array.from(quantize(weights).integers)),
      because: 'These are the numbers to store. To calculate with them, each must be multiplied by its step.',
    },
    {
      is: 'the largest weight, not the largest amount',
      does: weights => inSteps(weights, channel(weights), { size: weight => weight }),
      because: 'A weight of −12.7 needs room too. Take `Math.abs` before you look for the largest.',
    },
    {
      is: 'zero divided by zero',
      does: weights =>
        inSteps(weights, channel(weights), { rounding: (weight, step) => Math.round(weight / step) }),
      because: 'A channel that is all zero has the step 0. It stays zero.',
    },
  ],
  matters:
    'A quarter of the bytes, and on many machines a multiple of the speed: telephones run networks so.',
};

/** Some channels strong, some weak. */
function kernel(random: { normal(): number }, ...shape: number[]): NdArray {
  const channels = shape.at(-1)!;
  const size = shape.reduce((product, length) => product * length, 1);
  return ndarray(
    shape,
    Float64Array.from({ length: size }, (_, index) => random.normal() * 10 ** -(index % channels)),
  );
}
