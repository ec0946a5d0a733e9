/**
 * Exercise 14: how many digits without an error allow a promise.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [maxError: number, doubt: number];

const exact = (maxError: number, doubt: number): number => Math.log(doubt) / Math.log(1 - maxError);

export const insightPromise: ExerciseDefinition<Args, number> = {
  name: 'insight/promise',
  lesson: '14-what-it-sees',
  parameters: ['maxError', 'doubt'],
  starter: () => 0,
  solution: (maxError, doubt) => Math.ceil(exact(maxError, doubt)),
  solutionText: `function digitsNeeded(maxError: number, doubt: number): number {
  return Math.ceil(Math.log(doubt) / Math.log(1 - maxError));     // the first n with (1 − maxError)ⁿ ≤ doubt
}`,
  inputs: random => [
    [0.5, 0.1],
    [0.1, 0.05],
    [0.001, 0.05],
    [0.01, 0.01],
    [1 / (20 + random.integer(500)), 0.05],
    [1 / (20 + random.integer(500)), 0.2],
  ],
  // The numbers are whole: one more or less is another answer.
  tolerance: 1e-9,
  hints: [
    'If the true error is `maxError`, one digit is right with the probability 1 − maxError. And n digits in a row, one after the other?',
    'Wanted is the first n with (1 − maxError)ⁿ ≤ doubt. You can count it up in a loop, or take logarithms on both sides.',
    'Both logarithms are negative, so dividing turns the sign around: n ≥ ln(doubt) / ln(1 − maxError). Then round up.',
  ],
  mistakes: [
    {
      is: 'as many as bring one error on average',
      does: (maxError: number) => Math.round(1 / maxError),
      because:
        'Of 1 / maxError digits one is wrong on average, but with a probability of more than a third none is (0.37 for small rates). Seeing none is no proof yet.',
    },
    {
      is: 'rounded down',
      does: (maxError, doubt) => Math.floor(exact(maxError, doubt)),
      because: 'With one digit less the doubt is still too large: round up.',
    },
    {
      is: 'not rounded at all',
      does: exact,
      because: 'Digits come whole. Take the next whole number.',
    },
    {
      is: 'the probability of a right answer and that of a wrong one mixed up',
      does: (maxError, doubt) => Math.ceil(Math.log(doubt) / Math.log(maxError)),
      because:
        'maxErrorⁿ is the probability that all n are *wrong*. No error at all has the probability (1 − maxError)ⁿ.',
    },
    {
      is: 'the certainty in the place of the doubt',
      does: (maxError, doubt) => Math.ceil(exact(maxError, 1 - doubt)),
      because:
        'So few digits are right with the probability 1 − doubt, which is what one expects of a bad network. It must be as small as the doubt.',
    },
    {
      is: 'the rule of three',
      does: maxError => Math.round(3 / maxError),
      because:
        'A good rule of thumb for a doubt of 5 % and small rates, since −ln 0.05 is nearly 3. Here the exact number is asked, for any doubt.',
    },
    {
      is: 'the doubt divided by the error',
      does: (maxError, doubt) => Math.ceil(doubt / maxError),
      because:
        'Probabilities of things that all have to happen multiply: n right digits have (1 − maxError)ⁿ.',
    },
  ],
  matters:
    'Ten thousand test digits sound like many. For a promise of one error in ten thousand they are too few, whatever the network.',
};
