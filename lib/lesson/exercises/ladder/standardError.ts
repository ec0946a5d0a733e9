/**
 * Exercise 13: how far an accuracy may be off by luck alone.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [right: number, count: number];

export const ladderStandardError: ExerciseDefinition<Args, number> = {
  name: 'ladder/standardError',
  lesson: '13-recipe-ladder',
  parameters: ['right', 'count'],
  starter: (): number => 0,
  solution: (right, count) => {
    const accuracy = right / count;
    return Math.sqrt((accuracy * (1 - accuracy)) / count);
  },
  solutionText: `function standardError(right: number, count: number): number {
  const accuracy = right / count;
  return Math.sqrt((accuracy * (1 - accuracy)) / count);
}`,
  inputs: random => {
    const count = 100 + random.integer(900);
    return [
      [50, 100],
      [99, 100],
      [9900, 10_000],
      [1, 1000],
      [7, 10],
      [1 + random.integer(count - 1), count],
    ];
  },
  tolerance: 1e-9,
  hints: [
    'Begin with the accuracy `a`, as a part of 1. Half right of 100 must give 0.05.',
    'The variance of one digit, `a * (1 - a)`, is divided by the count. The root comes last, over all of it.',
  ],
  mistakes: [
    {
      is: 'the variance, without its root',
      does: (right, count) => ((right / count) * (1 - right / count)) / count,
      because: 'A variance is a square: its unit is squared digits. Take the root to be back among parts.',
    },
    {
      is: 'the spread of a single digit',
      does: (right, count) => Math.sqrt((right / count) * (1 - right / count)),
      because:
        'One digit is right or wrong, and swings widely. The mean of many swings less: where is the count?',
    },
    {
      is: 'the count left outside of the root',
      does: (right, count) => Math.sqrt((right / count) * (1 - right / count)) / count,
      because:
        'Four times as many digits halve the error, they do not quarter it. The count belongs under the root.',
    },
    {
      is: 'the accuracy in place of a(1 − a)',
      does: (right, count) => Math.sqrt(right / count / count),
      because:
        'Where nearly all is right, hardly anything is left to chance: the error must shrink towards 100 %.',
    },
    {
      is: 'per cent',
      does: (right, count) => 100 * Math.sqrt(((right / count) * (1 - right / count)) / count),
      because: 'The accuracy is a part of 1 here, and so is its error.',
    },
    {
      is: 'numbers of digits in place of parts',
      does: (right, count) => Math.sqrt((right * (count - right)) / count),
      because: 'That is how far the number of right digits swings. Divide it by the count to have a part.',
    },
  ],
  matters:
    'Two accuracies closer than this are one accuracy, until somebody brings more digits or a paired test.',
};
