/**
 * Exercise 13: whether two networks differ by more than coins do.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [onlyFirst: number, onlySecond: number];

/** The chance of each number of heads from `first` to `last`, added up, in `n` throws. */
function heads(n: number, first: number, last: number): number {
  let term = 0.5 ** n;
  let sum = 0;
  for (let i = 0; i <= last; i++) {
    if (i >= first) sum += term;
    term *= (n - i) / (i + 1);
  }
  return sum;
}

export const ladderChance: ExerciseDefinition<Args, number> = {
  name: 'ladder/chance',
  lesson: '13-recipe-ladder',
  parameters: ['onlyFirst', 'onlySecond'],
  starter: (): number => 0,
  solution: (onlyFirst, onlySecond) =>
    Math.min(1, 2 * heads(onlyFirst + onlySecond, 0, Math.min(onlyFirst, onlySecond))),
  solutionText: `function chance(onlyFirst: number, onlySecond: number): number {
  const n = onlyFirst + onlySecond;
  let term = 0.5 ** n;                        // no heads at all
  let sum = term;
  for (let i = 1; i <= Math.min(onlyFirst, onlySecond); i++) {
    term *= (n - i + 1) / i;
    sum += term;
  }
  return Math.min(1, 2 * sum);
}`,
  inputs: random => [
    [5, 0],
    [1, 3],
    [0, 0],
    [4, 4],
    [12, 3],
    [10 + random.integer(10), 25 + random.integer(20)],
    [30 + random.integer(20), 60 + random.integer(30)],
  ],
  tolerance: 1e-9,
  hints: [
    'With n throws, i heads have the chance C(n, i) / 2ⁿ. Begin with i = 0, and get each from the one before by · (n − i + 1) / i.',
    'Add up from 0 to the smaller of the two numbers. The other network could have been the lucky one: twice that, and never more than 1.',
  ],
  mistakes: [
    {
      is: 'one side only',
      does: (one, other) => heads(one + other, 0, Math.min(one, other)),
      because:
        'You did not know beforehand who would win. As much luck for the other side counts as well: twice.',
    },
    {
      is: 'only the very result that was seen',
      does: (one, other) => Math.min(1, 2 * heads(one + other, Math.min(one, other), Math.min(one, other))),
      because:
        'Any single result is unlikely. Ask for this one *or a more uneven one*: add them all up from 0.',
    },
    {
      is: 'more than 1 where both are equal',
      does: (one, other) => 2 * heads(one + other, 0, Math.min(one, other)),
      because: 'For 4 and 4 the middle is counted from both sides. A chance is never more than 1.',
    },
    {
      is: 'only what is more uneven than was seen',
      does: (one, other) => Math.min(1, 2 * heads(one + other, 0, Math.min(one, other) - 1)),
      because: 'What was seen belongs to it: for 5 and 0 there is nothing more uneven, and yet a chance.',
    },
    {
      is: 'added up to the larger number',
      does: (one, other) => Math.min(1, 2 * heads(one + other, 0, Math.max(one, other))),
      because:
        'Up to the larger number lies more than half of all results. The tail ends at the smaller one.',
    },
  ],
  matters: 'It is the fairest quick judge between two networks: only digits on which they differ have a say.',
};
