/**
 * Exercise 13: what a rung brings, over several seeds.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [below: readonly number[], above: readonly number[]];
type Result = readonly [mean: number, error: number];

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The sum of squared distances from the mean. */
const squares = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

const differences = (below: readonly number[], above: readonly number[]): number[] =>
  above.map((value, seed) => value - below[seed]!);

const variance = (values: readonly number[]): number => squares(values) / (values.length - 1);

export const ladderGain: ExerciseDefinition<Args, Result> = {
  name: 'ladder/gain',
  lesson: '13-recipe-ladder',
  parameters: ['below', 'above'],
  starter: (): Result => [0, 0],
  solution: (below, above) => {
    const gains = differences(below, above);
    return [meanOf(gains), Math.sqrt(variance(gains) / gains.length)];
  },
  solutionText: `function gain(below: readonly number[], above: readonly number[]): readonly [number, number] {
  const gains = above.map((value, seed) => value - below[seed]!);
  const mean = gains.reduce((sum, value) => sum + value, 0) / gains.length;
  const squares = gains.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (gains.length - 1) / gains.length)];
}`,
  inputs: random => {
    const some = (count: number) => Array.from({ length: count }, () => 98 + random.uniform());
    return [
      [
        [98, 99, 97],
        [99, 100, 98],
      ],
      [
        [98.1, 98.7, 98.4],
        [98.6, 98.8, 99],
      ],
      [
        [99, 98],
        [98, 98.5],
      ],
      [some(5), some(5)],
      [some(3), some(3)],
    ];
  },
  tolerance: 1e-9,
  hints: [
    'First make one list out of two: for each seed, what the rung above has more than the rung below.',
    'The error of a mean is the standard deviation, with n − 1 in it, divided by the root of n.',
  ],
  mistakes: [
    {
      is: 'the two spreads added, seeds not paired',
      does: (below, above) => [
        meanOf(above) - meanOf(below),
        Math.sqrt((variance(below) + variance(above)) / below.length),
      ],
      because:
        'A seed that is lucky on both rungs is no news. Subtract seed by seed first, then look at the spread.',
    },
    {
      is: 'the standard deviation of one difference',
      does: (below, above) => {
        const gains = differences(below, above);
        return [meanOf(gains), Math.sqrt(variance(gains))];
      },
      because:
        'That says how far single seeds lie apart. Their mean is surer than each: by the root of how many?',
    },
    {
      is: 'n in place of n − 1',
      does: (below, above) => {
        const gains = differences(below, above);
        return [meanOf(gains), Math.sqrt(squares(gains)) / gains.length];
      },
      because:
        'The mean was taken from the same few values, so they lie closer to it than to the truth. Divide by n − 1.',
    },
    {
      is: 'n in place of its root',
      does: (below, above) => {
        const gains = differences(below, above);
        return [meanOf(gains), Math.sqrt(variance(gains)) / gains.length];
      },
      because: 'The standard deviation is a root already, so it is divided by the root of n.',
    },
    {
      is: 'below minus above',
      does: (below, above) => {
        const gains = differences(above, below);
        return [meanOf(gains), Math.sqrt(variance(gains) / gains.length)];
      },
      because: 'A gain is positive where the rung above is better.',
    },
  ],
  matters: 'A mean without its error is half an answer, and with one seed there is no other half.',
};
