/**
 * Exercise 08: where Adam takes one weight.
 */
import { adam } from '../../../layers/adam';
import type { Random } from '../../../random/random';
import { ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [slopes: number[], learningRate: number];

const MEAN_MEMORY = 0.9;
const SQUARE_MEMORY = 0.999;

/** The weight after each step, when each step goes by `stepOf` the two memories. */
function path(
  slopes: readonly number[],
  stepOf: (memory: { slope: number; mean: number; square: number; t: number }) => number,
): number[] {
  let [weight, mean, square] = [0, 0, 0];
  return slopes.map((slope, i) => {
    mean = MEAN_MEMORY * mean + (1 - MEAN_MEMORY) * slope;
    square = SQUARE_MEMORY * square + (1 - SQUARE_MEMORY) * slope ** 2;
    weight -= stepOf({ slope, mean, square, t: i + 1 });
    return weight;
  });
}

const meanOf = (mean: number, t: number): number => mean / (1 - MEAN_MEMORY ** t);
const squareOf = (square: number, t: number): number => square / (1 - SQUARE_MEMORY ** t);

function randomSlopes(random: Random, count: number, size: number): number[] {
  return Array.from(
    { length: count },
    () => size * (1 + random.uniform()) * (random.integer(2) === 0 ? -1 : 1),
  );
}

export const networkAdam: ExerciseDefinition<Args, number[]> = {
  name: 'network/adam',
  lesson: '08-a-network-by-hand',
  parameters: ['slopes', 'learningRate'],
  starter: (slopes): number[] => slopes.map(() => 0),
  solution: (slopes, learningRate): number[] => {
    const weight = ndarray([1]);
    const optimizer = adam({ learningRate });
    return slopes.map(slope => {
      optimizer.update([weight], [ndarray([1], [slope])]);
      return weight.data[0]!;
    });
  },
  solutionText: `function adamPath(slopes: number[], learningRate: number): number[] {
  let [weight, m, v] = [0, 0, 0];
  return slopes.map((slope, i) => {
    m = 0.9 * m + 0.1 * slope;
    v = 0.999 * v + 0.001 * slope ** 2;
    const mean = m / (1 - 0.9 ** (i + 1));
    const square = v / (1 - 0.999 ** (i + 1));
    weight -= (learningRate * mean) / (Math.sqrt(square) + 1e-7);
    return weight;
  });
}`,
  // Slopes far from 0: the library's tiny number below the line is not quite where the formula has it.
  tolerance: 1e-4,
  inputs: random => [
    [[200], 0.1],
    [[3, 3, 3], 0.1],
    [[5, -5], 0.1],
    [[40, 4, 4], 0.5],
    [randomSlopes(random, 4, 1), 0.2],
    [randomSlopes(random, 6, 100), 0.05],
  ],
  hints: [
    'Three numbers live on from step to step: the weight, m and v. All of them start at 0.',
    'In each step: renew m and v, divide each by its own correction, then move the weight against mean / √square.',
    'The corrections are `1 - 0.9 ** t` and `1 - 0.999 ** t`, and in the first step t is 1. They do not go back into m and v.',
  ],
  mistakes: [
    {
      is: 'both corrections left out',
      does: (slopes, learningRate) =>
        path(slopes, ({ mean, square }) => (learningRate * mean) / Math.sqrt(square)),
      because:
        'm and v start at 0 and at first are far too small, each by a factor of its own. Divide by 1 − 0.9ᵗ and 1 − 0.999ᵗ.',
    },
    {
      is: 'the steps counted from 0',
      does: slopes => slopes.map(() => Number.NaN),
      because: 'For t = 0 the corrections are 0, and 0 / 0 is NaN. The first step has t = 1.',
    },
    {
      is: 'uphill',
      does: (slopes, learningRate) =>
        path(
          slopes,
          ({ mean, square, t }) => (-learningRate * meanOf(mean, t)) / Math.sqrt(squareOf(square, t)),
        ),
      because: 'The weight goes against its mean slope.',
    },
    {
      is: 'the root forgotten',
      does: (slopes, learningRate) =>
        path(slopes, ({ mean, square, t }) => (learningRate * meanOf(mean, t)) / squareOf(square, t)),
      because: 'v is a mean of squares. Only its root has the size of a slope, so that the sizes cancel.',
    },
    {
      is: 'plain gradient descent',
      does: (slopes, learningRate) => path(slopes, ({ slope }) => learningRate * slope),
      because: 'The size of the slope should not matter. Divide the mean by the root of the mean square.',
    },
    {
      is: 'the mean without the division',
      does: (slopes, learningRate) => path(slopes, ({ mean, t }) => learningRate * meanOf(mean, t)),
      because: 'That is gradient descent with a memory. What makes it Adam is the division by √v.',
    },
    {
      is: 'the last slope in the place of the mean',
      does: (slopes, learningRate) =>
        path(slopes, ({ slope, square, t }) => (learningRate * slope) / Math.sqrt(squareOf(square, t))),
      because: 'The step follows m, in which nine tenths are memory; a single slope is mostly noise.',
    },
    {
      is: 'only the steps, not where they lead',
      does: (slopes, learningRate) =>
        path(
          slopes,
          ({ mean, square, t }) => (learningRate * meanOf(mean, t)) / Math.sqrt(squareOf(square, t)),
        ).map((weight, i, all) => weight - (all[i - 1] ?? 0)),
      because: 'Asked is the weight after each step: every step starts where the one before ended.',
    },
  ],
  matters: 'Adam with its usual settings trains nearly anything. When you do not know better, begin with it.',
};
