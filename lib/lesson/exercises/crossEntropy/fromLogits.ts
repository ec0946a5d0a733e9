/**
 * Exercise 05: the mean surprise of a batch, straight from the scores.
 */
import { softmax } from '../../../layers/softmax';
import { softmaxCrossEntropy } from '../../../layers/softmaxCrossEntropy';
import type { NdArray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import {
  type Args,
  firstIsRight,
  lossesOf,
  mean,
  randomBatch,
  scoreOfLabel,
  shiftedLogSumExp,
  total,
} from './batch';

export const crossEntropyFromLogits: ExerciseDefinition<[labels: NdArray, logits: NdArray], number> = {
  name: 'crossEntropy/fromLogits',
  lesson: '05-cross-entropy',
  parameters: ['labels', 'logits'],
  starter: (): number => 0,
  solution: softmaxCrossEntropy,
  solutionText: `function lossFromLogits(labels: NdArray, logits: NdArray): number {
  const [batch, classes] = logits.shape;
  let sum = 0;
  for (let start = 0; start < logits.data.length; start += classes) {
    const scores = logits.data.subarray(start, start + classes);
    const label = labels.data.subarray(start, start + classes);
    const largest = Math.max(...scores);
    const powers = scores.reduce((total, score) => total + Math.exp(score - largest), 0);
    sum += largest + Math.log(powers) - scores[label.indexOf(1)];
  }
  return sum / batch;
}`,
  inputs: random => [
    firstIsRight([0, 0]),
    firstIsRight([0, Math.log(3)], [Math.log(7), 0]),
    firstIsRight([0, 800]),
    firstIsRight([1000, 999], [-1000, -1001]),
    randomBatch(random, 3, 10),
  ],
  hints: [
    'For one image: which power stands above the line for the correct class, and what does `ln` make of it?',
    'ln Σ eᶻ needs the shift of lesson 04: take the row’s largest score out of every exponent, and add it back behind the logarithm.',
    'Loop over the rows, and sum up `largest + Math.log(sumOfPowers) - correctScore`. At the end divide by the number of images.',
  ],
  mistakes: [
    {
      is: 'no shift',
      does: (...args) => mean(surprises(args, scores => shiftedLogSumExp(scores, 0))),
      because:
        'exp(800) is Infinity, and powers of −1000 are all 0. Take the row’s largest score out before `exp`.',
    },
    {
      is: 'a logarithm of a probability that is 0',
      does: (labels, logits) => mean(lossesOf([labels, softmax(logits)], surpriseOf)),
      because:
        'softmax says exactly 0 when the correct score is far behind. Write ln of the fraction as a difference, so that no fraction arises.',
    },
    {
      is: 'a probability kept away from 0',
      does: (labels, logits) =>
        mean(lossesOf([labels, softmax(logits)], (label, p) => surpriseOf(label, p.map(notZero)))),
      because: 'No Infinity any more, but a lead of 20 and one of 800 now cost the same. They should not.',
    },
    {
      is: 'the largest score not added back',
      does: (...args) =>
        mean(surprises(args, scores => shiftedLogSumExp(scores, Math.max(...scores)) - Math.max(...scores))),
      because:
        'The shift went into the powers but not into the score that is subtracted. Give back what you took out.',
    },
    {
      is: 'the largest score in place of the correct one',
      does: (...args) => mean(lossesOf(args, (_, scores) => logSumExpOf(scores) - Math.max(...scores))),
      because: 'You measure how sure the network is, and never ask for the label.',
    },
    {
      is: 'the sum over the batch',
      does: (...args) => total(surprises(args, logSumExpOf)),
      because: 'Two images cost twice as much as one. Divide by the number of images.',
    },
    {
      is: 'the mean over all classes too',
      does: (labels, logits) => total(surprises([labels, logits], logSumExpOf)) / logits.data.length,
      because: 'There is one surprise for each image, not one for each number. Divide by the batch.',
    },
    {
      is: 'one sum of powers for the whole batch',
      does: (labels, logits) => mean(surprises([labels, logits], () => logSumExpOf(logits.data))),
      because: 'Each image is its own row, with its own sum of powers.',
    },
    {
      is: 'the sign',
      does: (...args) => -softmaxCrossEntropy(...args),
      because: 'ln of a probability is negative. The surprise is minus that.',
    },
  ],
  matters:
    'Every library trains with this form. The last layer of a classifier gives scores, and no softmax.',
};

function surprises(args: Args, logSumExp: (scores: Float64Array) => number): readonly number[] {
  return lossesOf(args, (label, scores) => logSumExp(scores) - scoreOfLabel(label, scores));
}

function surpriseOf(label: Float64Array, probabilities: Float64Array): number {
  return -Math.log(scoreOfLabel(label, probabilities));
}

function logSumExpOf(scores: Float64Array): number {
  return shiftedLogSumExp(scores, Math.max(...scores));
}

function notZero(probability: number): number {
  return Math.max(probability, 1e-7);
}
