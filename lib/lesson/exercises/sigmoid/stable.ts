/**
 * Exercise 03: a sigmoid that survives scores of ±1000.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { sigmoidOf } from './neuron';

export const sigmoidStable: ExerciseDefinition<[z: number], number> = {
  name: 'sigmoid/stable',
  lesson: '03-sigmoid',
  parameters: ['z'],
  starter: (): number => 0,
  solution: sigmoidOf,
  solutionText: `function stableSigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const odds = Math.exp(z);                   // at most 1: nothing can overflow
  return odds / (1 + odds);
}`,
  inputs: random => [
    [0],
    [Math.log(3)],
    [-Math.log(3)],
    [4],
    [1000],
    [-1000],
    [3 * random.normal()],
    [3 * random.normal()],
  ],
  hints: [
    'Which part of e^z / (1 + e^z) becomes Infinity, and for which sign of z?',
    'Multiply above and below by e^−z. What is left of the fraction?',
    'A fraction may become 1 / Infinity, which is 0. Only Infinity / Infinity has no answer.',
  ],
  mistakes: [
    {
      is: 'infinity divided by infinity',
      does: oddsForm,
      because:
        'e^1000 is Infinity, above and below the line. Rewrite the fraction so that only one of them is.',
    },
    {
      is: 'NaN replaced after it has happened',
      does: z => oddsForm(z) || 0,
      because:
        'The NaN is gone, but a score of 1000 is a clear yes, and now you say no. Keep it from arising.',
    },
    {
      is: 'the sign of the exponent',
      does: z => 1 - sigmoidOf(z),
      because: 'Yours falls from 1 to 0. A higher score must give a higher answer.',
    },
    {
      is: 'missing brackets',
      does: z => 1 / 1 + Math.exp(-z),
      because: '`1 / 1 + x` is `(1 / 1) + x`. The whole sum belongs below the line.',
    },
    {
      is: 'a switch instead of a slope',
      does: z => (z >= 0 ? 1 : 0),
      because: 'It says yes or no and nothing in between. We want to know how sure the neuron is.',
    },
    {
      is: 'a range from −1 to 1',
      does: Math.tanh,
      because: 'That is the hyperbolic tangent, a relative. The answer shall lie between 0 and 1.',
    },
  ],
  matters: 'One NaN spreads into every weight at the next step, and the whole training is lost.',
};

function oddsForm(z: number): number {
  return Math.exp(z) / (1 + Math.exp(z));
}
