/**
 * Exercise 03: the slope of the sigmoid.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { sigmoidOf } from './neuron';

export const sigmoidDerivative: ExerciseDefinition<[z: number], number> = {
  name: 'sigmoid/derivative',
  lesson: '03-sigmoid',
  parameters: ['z'],
  starter: (): number => 0,
  solution: slopeOf,
  solutionText: `function slopeAt(z: number): number {
  const p = sigmoid(ndarray([1], [z])).data[0];
  return p * (1 - p);
}`,
  inputs: random => [
    [0],
    [Math.log(3)],
    [-Math.log(3)],
    [3],
    [1000],
    [-1000],
    [2 * random.normal()],
    [2 * random.normal()],
  ],
  hints: [
    'The slope was p · (1 − p). What is p, when you are given z?',
    'First turn the score into an answer, with the sigmoid. Then use the answer twice.',
  ],
  mistakes: [
    {
      is: 'the formula for an answer, used on a score',
      does: z => z * (1 - z),
      because:
        'p · (1 − p) wants the answer p, which lies between 0 and 1. You have the score z: squeeze it first.',
    },
    {
      is: 'the sigmoid, not its slope',
      does: sigmoidOf,
      because: 'This says how high the curve is, not how steep. Far out on the right it is high and flat.',
    },
    {
      is: 'the sigmoid taken twice',
      does: z => slopeOf(sigmoidOf(z)),
      because: 'You have squeezed the score, and then asked for the slope at the squeezed score.',
    },
    {
      is: 'a slope that points downhill',
      does: z => -slopeOf(z),
      because: 'The curve rises everywhere, so its slope is nowhere negative.',
    },
    {
      is: 'infinity divided by infinity',
      does: z => Math.exp(-z) / (1 + Math.exp(-z)) ** 2,
      because: 'The formula is right, but at −1000 it divides Infinity by Infinity. Say it with p instead.',
    },
    {
      is: 'the slope of the hyperbolic tangent',
      does: z => 1 - sigmoidOf(z) ** 2,
      because: '1 − p² belongs to a curve that runs from −1 to 1. Look again at how p · (1 − p) came about.',
    },
  ],
  matters: 'The answer already contains its own slope: the backward pass needs no second exponential.',
};

function slopeOf(z: number): number {
  return sigmoidOf(z) * sigmoidOf(-z);
}
