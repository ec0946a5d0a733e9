/**
 * Exercise 12: one accuracy from many batches, of which some may be short or empty.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [right: number[], counts: number[]];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const shares = (...[right, counts]: Args): number[] => right.map((correct, i) => correct / counts[i]!);

export const autopsyAccuracy: ExerciseDefinition<Args, number> = {
  name: 'autopsy/accuracy',
  lesson: '12-autopsy',
  parameters: ['right', 'counts'],
  starter: (...args): number => mean(shares(...args)),
  solution: (right, counts) => sum(right) / sum(counts),
  solutionText: `function accuracyOf(right: number[], counts: number[]): number {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return sum(right) / sum(counts);            // an empty batch adds nothing, above or below
}`,
  inputs: random => {
    const counts = Array.from({ length: 6 }, () => random.integer(3) * (1 + random.integer(50)));
    return [
      [
        [40, 45, 0],
        [50, 50, 0],
      ],
      [
        [50, 0, 5],
        [50, 0, 50],
      ],
      [
        [40, 2],
        [50, 4],
      ],
      [
        [0, 0],
        [0, 0],
      ],
      [[7], [10]],
      [counts.map(count => random.integer(count + 1)), counts],
      [
        [25, 0, 0, 3],
        [50, 50, 0, 3],
      ],
    ];
  },
  hints: [
    'What is 0 / 0? And what does a mean make of it?',
    'A share forgets how many it was taken of: 2 of 4 would count as much as 40 of 50. Go back to the rows themselves.',
    'All that were right, divided by all that were asked.',
  ],
  mistakes: [
    {
      is: 'empty batches skipped, and then a mean of the shares',
      does: (...args) => mean(shares(...args).filter(share => !Number.isNaN(share))),
      because: 'NaN is gone, but a short batch counts as much as a full one. Add up rows, not shares.',
    },
    {
      is: 'an empty batch counted as all wrong',
      does: (...args) => mean(shares(...args).map(share => (Number.isNaN(share) ? 0 : share))),
      because:
        'Nothing was asked, so nothing was wrong. Such a zero pulls the mean down as if it had been measured.',
    },
    {
      is: 'an empty batch counted as all right',
      does: (...args) => mean(shares(...args).map(share => (Number.isNaN(share) ? 1 : share))),
      because: 'Nothing was asked, so nothing was right.',
    },
    {
      is: 'NaN covered with a 0 at the end',
      does: (...args) => mean(shares(...args)) || 0,
      because: 'One empty batch still spoils all others; now it only shows less.',
    },
    {
      is: 'a 0 where nothing at all was asked',
      does: (right, counts) => sum(right) / sum(counts) || 0,
      because:
        'All else is right. But 0 says that every answer was wrong. Where nothing was asked there is no accuracy, and NaN says so.',
    },
    {
      is: 'stopping at the first empty batch',
      does: (right, counts) => {
        const end = counts.indexOf(0);
        const until = end < 0 ? counts.length : end;
        return sum(right.slice(0, until)) / sum(counts.slice(0, until));
      },
      because: 'There may be full ones after it.',
    },
    {
      is: 'every batch taken to be as large as the first',
      does: (right, counts) => sum(right) / (counts[0]! * counts.length),
      because: 'The last batch is often shorter, or empty. Add up the real sizes.',
    },
  ],
  matters:
    'A NaN is honest: it says that something was divided by nothing. Find out what, before you make it go away.',
};
