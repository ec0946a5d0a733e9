/**
 * Exercise 05: how the mean surprise depends on every score.
 */

import { argMax } from '../../../encode/argMax';
import { oneHot } from '../../../encode/oneHot';
import { transpose } from '../../../layers/matMul';
import { softmax } from '../../../layers/softmax';
import { softmaxCrossEntropyGradient } from '../../../layers/softmaxCrossEntropy';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { firstIsRight, randomBatch } from './batch';

export const crossEntropyGradientOfLogits: ExerciseDefinition<[labels: NdArray, logits: NdArray], NdArray> = {
  name: 'crossEntropy/gradient',
  lesson: '05-cross-entropy',
  parameters: ['labels', 'logits'],
  starter: (_labels: NdArray, logits: NdArray): NdArray => logits,
  solution: softmaxCrossEntropyGradient,
  solutionText: `function lossGradient(labels: NdArray, logits: NdArray): NdArray {
  const batch = logits.shape[0];
  return ndarray(logits.shape, softmax(logits).data.map((p, i) => (p - labels.data[i]) / batch));
}`,
  inputs: random => [
    firstIsRight([Math.log(3), 0]),
    firstIsRight([0, Math.log(3)], [0, 0]),
    firstIsRight([-1000, 0], [1000, 0], [5, 7]),
    randomBatch(random, 3, 10),
  ],
  hints: [
    'Raise one score a little. ln Σ eᶻ answers with that class’s probability. What does −z of the correct class answer?',
    'The whole row is p − y. `softmax` gives you p for all rows at once.',
    'The loss is a mean over the images, so each image moves it only by its part: divide by `logits.shape[0]`.',
  ],
  mistakes: [
    {
      is: 'label minus probability',
      does: (labels, logits) => combine(labels, softmax(logits), (y, p) => (y - p) / rowsOf(logits)),
      because:
        'That is the direction in which the loss falls. A gradient points to where it rises; `sgd` turns it round.',
    },
    {
      is: 'a batch that was forgotten',
      does: (labels, logits) => combine(labels, softmax(logits), (y, p) => p - y),
      because: 'The loss is the mean over the images. Two images share it, and each moves it half as much.',
    },
    {
      is: 'the mean over all numbers',
      does: (labels, logits) => combine(labels, softmax(logits), (y, p) => (p - y) / logits.data.length),
      because: 'There is one surprise for each image: divide by the images, not by images times classes.',
    },
    {
      is: 'scores where probabilities belong',
      does: (labels, logits) => combine(labels, logits, (y, score) => (score - y) / rowsOf(logits)),
      because: 'The slope of ln Σ eᶻ is a probability. Take the softmax of the scores first.',
    },
    {
      is: 'a gradient that never asks for the label',
      does: (_labels, logits) => softmax(logits),
      because: 'That is the first path, through ln Σ eᶻ. On the second, the correct score is subtracted.',
    },
    {
      is: 'the squared error’s factor p (1 − p)',
      does: (labels, logits) =>
        combine(labels, softmax(logits), (y, p) => ((p - y) * p * (1 - p)) / rowsOf(logits)),
      because: 'This is the factor that goes numb. In the slope of ln Σ eᶻ it does not occur.',
    },
    {
      is: 'only the correct class told',
      does: (labels, logits) => combine(labels, softmax(logits), (y, p) => (y * (p - 1)) / rowsOf(logits)),
      because: 'The others count too: ln Σ eᶻ contains every score, so each row of slopes sums to 0.',
    },
    {
      is: 'the winner in place of the probabilities',
      does: (labels, logits) =>
        combine(labels, oneHot(argMax(logits), logits.shape[1]!), (y, won) => (won - y) / rowsOf(logits)),
      because:
        'An answer that is right but hesitant has something to learn, too. Use p, not the one-hot winner.',
    },
    {
      is: 'a softmax over the batch',
      does: (labels, logits) =>
        combine(labels, transpose(softmax(transpose(logits))), (y, p) => (p - y) / rowsOf(logits)),
      because: 'Your columns sum to 1: images compete for a class. Classes run along a row.',
    },
  ],
  matters: 'Every classifier of this course learns from this one subtraction, the best network included.',
};

function combine(
  labels: NdArray,
  answers: NdArray,
  slope: (label: number, answer: number) => number,
): NdArray {
  return ndarray(
    labels.shape,
    labels.data.map((label, i) => slope(label, answers.data[i]!)),
  );
}

function rowsOf(matrix: NdArray): number {
  return matrix.shape[0]!;
}
