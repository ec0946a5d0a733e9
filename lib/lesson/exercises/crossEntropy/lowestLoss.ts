/**
 * Exercise 05: how low the loss can go when a sigmoid squeezes the scores.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

export const crossEntropyLowestLoss: ExerciseDefinition<[classes: number], number> = {
  name: 'crossEntropy/lowestLoss',
  lesson: '05-cross-entropy',
  parameters: ['classes'],
  starter: (): number => Number.NaN,
  solution: (classes: number): number => Math.log((Math.E + classes - 1) / Math.E),
  solutionText: `function lowestLoss(classes: number): number {
  const best = Math.E / (Math.E + (classes - 1));   // 1 for the correct score, 0 for all others
  return -Math.log(best);
}`,
  inputs: random => [[2], [1], [10], [1000], [3 + random.integer(6)]],
  hints: [
    'Which squeezed score would you wish for the correct class, and which for the others?',
    'The power of a score of 0 is 1, and there are `classes - 1` of those.',
    'Divide e by the sum of all powers, and take the surprise at that probability.',
  ],
  mistakes: [
    {
      is: 'one class too many',
      does: classes => Math.log((Math.E + classes) / Math.E),
      because: 'The correct class has its e already. How many others are there?',
    },
    {
      is: 'the probability, not the surprise',
      does: classes => Math.E / (Math.E + classes - 1),
      because: 'That is the best probability. The loss is the surprise at it.',
    },
    {
      is: 'no floor at all',
      does: () => 0,
      because: 'For that the others would need a power of 0. Their lowest score is 0, and e⁰ is 1.',
    },
    {
      is: 'all scores at one half',
      does: classes => Math.log(classes),
      because:
        'That is where such a network starts. It can do better: push the scores apart as far as they go.',
    },
    {
      is: 'scores that may fall to −1',
      does: classes => Math.log((Math.E + (classes - 1) / Math.E) / Math.E),
      because: 'That would be the hyperbolic tangent. A sigmoid ends at 0.',
    },
    {
      is: 'the sign',
      does: classes => -Math.log((Math.E + classes - 1) / Math.E),
      because: 'ln of a probability is negative. The surprise is minus that.',
    },
  ],
  matters:
    'A loss that stops falling at a number you can compute is no riddle: something squeezes the scores.',
};
