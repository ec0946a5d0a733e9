/**
 * Exercise 03: how the loss of one digit depends on each weight of the neuron.
 */
import type { Random } from '../../../random/random';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { scoreOf, sigmoidOf } from './neuron';

type Args = [pixels: Float64Array, weights: Float64Array, bias: number, label: number];

export const sigmoidGradientOfNeuron: ExerciseDefinition<Args, Float64Array> = {
  name: 'sigmoid/gradient',
  lesson: '03-sigmoid',
  parameters: ['pixels', 'weights', 'bias', 'label'],
  starter: (pixels: Float64Array): Float64Array => new Float64Array(pixels.length),
  solution: gradientOf,
  solutionText: `function gradientOfOne(pixels: Float64Array, weights: Float64Array, bias: number, label: number): Float64Array {
  const z = pixels.reduce((sum, pixel, i) => sum + weights[i] * pixel, bias);
  const p = sigmoid(ndarray([1], [z])).data[0];
  return pixels.map(pixel => 2 * (p - label) * p * (1 - p) * pixel);
}`,
  inputs: random => [
    [Float64Array.of(1, 0.5, 0), Float64Array.of(0, 0, 0), 0, 1],
    [Float64Array.of(1, 0.5, 0), Float64Array.of(1, 2, 3), -2, 0],
    randomDigit(random, 1),
    randomDigit(random, 0),
    [Float64Array.of(1, 0.5), Float64Array.of(0, 0), 1000, 0],
  ],
  hints: [
    'Go forward first: the score z, then the answer p. You need both numbers on the way back.',
    'Three factors: how the loss depends on p, p on z, and z on the weight. Each one is written above.',
    'Only the last factor, the pixel, differs from weight to weight.',
  ],
  mistakes: [
    {
      is: 'the slope of the sigmoid left out',
      does: (pixels, weights, bias, label) => {
        const p = sigmoidOf(scoreOf(pixels, weights, bias));
        return pixels.map(pixel => 2 * (p - label) * pixel);
      },
      because: 'The chain has three links: loss, sigmoid, score. The one in the middle is missing.',
    },
    {
      is: 'the sigmoid’s slope taken at the answer',
      does: (pixels, weights, bias, label) => {
        const p = sigmoidOf(scoreOf(pixels, weights, bias));
        return pixels.map(pixel => 2 * (p - label) * sigmoidOf(p) * (1 - sigmoidOf(p)) * pixel);
      },
      because: 'p is already behind the sigmoid. Its slope is p · (1 − p); you have squeezed p once more.',
    },
    {
      is: 'label minus answer',
      does: (...args) => gradientOf(...args).map(slope => -slope),
      because:
        'Where the answer is too high, a higher answer makes the loss larger: the slope is positive there.',
    },
    {
      is: 'the 2 of the square left out',
      does: (...args) => gradientOf(...args).map(slope => slope / 2),
      because: 'The slope of a square e² is 2e.',
    },
    {
      is: 'weights where pixels belong',
      does: (pixels, weights, bias, label) =>
        weights.map(weight => outerSlope(pixels, weights, bias, label) * weight),
      because: 'How much does w · x grow when w grows by 1? By x: the pixel.',
    },
    {
      is: 'one slope for all weights',
      does: (pixels, weights, bias, label) => pixels.map(() => outerSlope(pixels, weights, bias, label)),
      because: 'That is the slope for the bias. A weight on a pixel without ink changes nothing at all.',
    },
    {
      is: 'the bias left out of the score',
      does: (pixels, weights, _bias, label) => gradientOf(pixels, weights, 0, label),
      because: 'The neuron starts adding at its bias, not at 0.',
    },
  ],
  matters: 'You have just done backpropagation: go forward, keep the numbers, and multiply the slopes back.',
};

/** Of the loss with respect to the score. */
function outerSlope(pixels: Float64Array, weights: Float64Array, bias: number, label: number): number {
  const z = scoreOf(pixels, weights, bias);
  return 2 * (sigmoidOf(z) - label) * sigmoidOf(z) * sigmoidOf(-z);
}

function gradientOf(...[pixels, weights, bias, label]: Args): Float64Array {
  const slope = outerSlope(pixels, weights, bias, label);
  return pixels.map(pixel => slope * pixel);
}

function randomDigit(random: Random, label: number): Args {
  const pixels = Float64Array.from({ length: 9 }, () => random.uniform());
  const weights = pixels.map(() => random.normal());
  return [pixels, weights, 1 + random.uniform(), label];
}
