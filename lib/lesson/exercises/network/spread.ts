/**
 * Exercise 08: how far apart the first weights of a layer should lie.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [shape: number[]];

function product(lengths: readonly number[]): number {
  return lengths.reduce((size, length) => size * length, 1);
}

/** How many numbers flow into one output. */
const fanIn = (shape: readonly number[]): number => product(shape.slice(0, -1));
const fanOut = (shape: readonly number[]): number => product(shape.slice(0, -2)) * shape.at(-1)!;

export const networkSpread: ExerciseDefinition<Args, number> = {
  name: 'network/spread',
  lesson: '08-a-network-by-hand',
  parameters: ['shape'],
  starter: (): number => 1,
  solution: shape => Math.sqrt(2 / fanIn(shape)),
  solutionText: `function spreadOf(shape: number[]): number {
  const fanIn = shape.slice(0, -1).reduce((product, length) => product * length, 1);
  return Math.sqrt(2 / fanIn);                // all axes but the last flow into one output
}`,
  inputs: random => [
    [[8, 3]],
    [[784, 10]],
    [[3, 3, 1, 8]],
    [[3, 3, 8, 16]],
    [[1, 5, 2 + random.integer(9), 20 + random.integer(9)]],
    [[100 + random.integer(100), 2 + random.integer(9)]],
  ],
  hints: [
    'How many products are added for one output of the layer? Which axes of the kernel does that sum run over?',
    'All axes but the last: `[inputs, units]` and `[height, width, inChannels, outChannels]` both end with the outputs.',
  ],
  mistakes: [
    {
      is: 'the outputs counted, not the inputs',
      does: shape => Math.sqrt(2 / fanOut(shape)),
      because: 'Asked is how many numbers flow *into* one output. The last axis counts the outputs.',
    },
    {
      is: 'the first axis only',
      does: shape => Math.sqrt(2 / shape[0]!),
      because:
        'Right for a dense kernel, where the first axis is all that flows in. In a convolution it is only the height of the window.',
    },
    {
      is: 'one place of the window only',
      does: shape => Math.sqrt(2 / shape.at(-2)!),
      because: 'A convolution adds the products of all places of its window, on all channels.',
    },
    {
      is: 'a window without its channels',
      does: shape => Math.sqrt(2 / (shape.length === 4 ? shape[0]! * shape[1]! : shape[0]!)),
      because: 'A kernel looks at all input channels at once, so each place brings several numbers.',
    },
    {
      is: 'the mean square in the place of the spread',
      does: shape => 2 / fanIn(shape),
      because: '2 / n is v, the mean of w². The spread is its root.',
    },
    {
      is: 'the ReLU forgotten',
      does: shape => Math.sqrt(1 / fanIn(shape)),
      because: 'The ReLU throws away half of the mean square. Something must make up for it.',
    },
    {
      is: 'all weights of the layer counted',
      does: shape => Math.sqrt(2 / product(shape)),
      because: 'Each output has weights of its own; the others do not flow into it.',
    },
  ],
  matters: 'In a deep network this root decides whether the first step of the training is possible at all.',
};
