/**
 * Exercise 07: which part of the gradient a ReLU lets through.
 */
import { reluGradient } from '../../../layers/relu';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { smallNumbers } from '../convolution/arrays';

/** One number for each pair of `upstream` and `x`. */
function eachPair({ shape, data }: NdArray, x: NdArray, slope: (g: number, x: number) => number): NdArray {
  return ndarray(
    shape,
    data.map((g, i) => slope(g, x.data[i]!)),
  );
}

export const poolingReluGradient: ExerciseDefinition<[upstream: NdArray, x: NdArray], NdArray> = {
  name: 'pooling/reluGradient',
  lesson: '07-pooling',
  parameters: ['upstream', 'x'],
  starter: upstream => upstream,
  solution: reluGradient,
  solutionText: `function myReluGradient(upstream: NdArray, x: NdArray): NdArray {
  return ndarray(x.shape, x.data.map((value, i) => (value > 0 ? upstream.data[i] : 0)));
}`,
  inputs: random => [
    [ndarray([4], [10, 20, 30, 40]), ndarray([4], [-2, 3, 0, 0.5])],
    [ndarray([3], [-1, 2, -3]), ndarray([3], [4, -4, 2])],
    [ndarray([0]), ndarray([0])],
    [smallNumbers(random, 2, 3, 4), smallNumbers(random, 2, 3, 4)],
  ],
  hints: [
    'How much does the output move when a positive input moves by 1? And when a negative one does?',
    'The slope is 1 or 0, and `x` alone decides which. Multiply `upstream` by it.',
  ],
  mistakes: [
    {
      is: 'a slope of 1 at exactly 0',
      does: (upstream, x) => eachPair(upstream, x, (g, value) => (value >= 0 ? g : 0)),
      because:
        'At 0 the function has a corner, and either slope could be defended. TensorFlow and this library take 0 there.',
    },
    {
      is: 'a ReLU of the gradient',
      does: (upstream, x) => eachPair(upstream, x, g => Math.max(0, g)),
      because:
        'A gradient may well be negative. What decides is whether the *input* of the forward pass was positive.',
    },
    {
      is: 'the upstream gradient times the output',
      does: (upstream, x) => eachPair(upstream, x, (g, value) => g * Math.max(0, value)),
      because: 'That is the value of the ReLU. Its slope does not depend on how large a positive input is.',
    },
    {
      is: 'the upstream gradient left out',
      does: (upstream, x) => eachPair(upstream, x, (_, value) => (value > 0 ? 1 : 0)),
      because: 'That is the slope of the ReLU itself. How much the loss cares stands in `upstream`.',
    },
    {
      is: 'the two sides swapped',
      does: (upstream, x) => eachPair(upstream, x, (g, value) => (value < 0 ? g : 0)),
      because: 'Negative inputs all become 0, so moving one of them a little changes nothing.',
    },
  ],
  matters:
    'The slope is exactly 1 where there was evidence: gradients pass many such layers without fading, which a sigmoid never allowed.',
};
