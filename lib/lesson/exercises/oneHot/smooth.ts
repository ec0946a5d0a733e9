/**
 * Exercise 02: labels that admit a little doubt.
 */
import { oneHot } from '../../../encode/oneHot';
import { smoothLabels } from '../../../encode/smoothLabels';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

export const oneHotSmooth: ExerciseDefinition<[labels: NdArray, smoothing: number], NdArray> = {
  name: 'oneHot/smooth',
  lesson: '02-one-hot',
  parameters: ['labels', 'smoothing'],
  starter: (labels): NdArray => labels,
  solution: smoothLabels,
  solutionText: `function smooth(labels: NdArray, smoothing: number): NdArray {
  const classes = labels.shape[1];
  return ndarray(labels.shape, labels.data.map(label => (1 - smoothing) * label + smoothing / classes));
}`,
  inputs: random => [
    [oneHot([1], 4), 0.4],
    [oneHot([0, 2], 5), 0.1],
    [oneHot([1, 0], 2), 0],
    [oneHot([0], 1), 0.5],
    [
      oneHot(
        Array.from({ length: 3 }, () => random.integer(10)),
        10,
      ),
      0.05 + 0.5 * random.uniform(),
    ],
  ],
  hints: [
    'Two steps: take the share `smoothing` away from what is there, then give everybody an equal part of it.',
    'What is left of a label is `(1 - smoothing) * label`. All classes get a part of `smoothing`, the right one too. How many are they?',
    '`labels.data.map(label => …)` makes the new numbers; `ndarray(labels.shape, …)` puts them into the same shape.',
  ],
  mistakes: [
    {
      is: 'shared among the other classes only',
      does: (labels, smoothing) =>
        each(labels, (label, classes) =>
          classes === 1 ? 1 : label === 1 ? 1 - smoothing : smoothing / (classes - 1),
        ),
      because: 'Some books do it that way. Here all classes get an equal part, the right one too.',
    },
    {
      is: 'given without taking',
      does: (labels, smoothing) => each(labels, (label, classes) => label + smoothing / classes),
      because: 'Your rows sum to more than 1. What everybody gets must first be taken from the label.',
    },
    {
      is: 'taken without giving',
      does: (labels, smoothing) => each(labels, label => (1 - smoothing) * label),
      because: 'Your rows sum to less than 1. What was taken belongs to all classes, in equal parts.',
    },
    {
      is: 'the right class left out when the share was given back',
      does: (labels, smoothing) =>
        each(labels, (label, classes) => (label === 1 ? 1 - smoothing : smoothing / classes)),
      because: 'Your rows sum to less than 1: the right class gets its equal part as well.',
    },
    {
      is: 'the whole share given to every class',
      does: (labels, smoothing) => each(labels, label => (1 - smoothing) * label + smoothing),
      because: 'Your rows sum to more than 1. The share is divided among the classes.',
    },
    {
      is: 'ten classes, whatever the row holds',
      does: (labels, smoothing) => each(labels, label => (1 - smoothing) * label + smoothing / 10),
      because: 'The number of classes is the second number of the shape, not always 10.',
    },
    {
      is: 'divided by the number of rows',
      does: (labels, smoothing) =>
        each(labels, label => (1 - smoothing) * label + smoothing / labels.shape[0]!),
      because: '`shape[0]` counts the pictures. The classes are `shape[1]`.',
    },
    {
      is: 'the input changed in place',
      does: (labels, smoothing) => {
        for (const [i, value] of smoothLabels(labels, smoothing).data.entries()) labels.data[i] = value;
        return labels;
      },
      because: 'Whoever called you still needs the hard labels, to measure accuracy. Return a new array.',
    },
  ],
  matters:
    'Whoever may doubt a little need not be certain at any price. Lesson 13 measures what that is worth.',
};

function each(labels: NdArray, soften: (label: number, classes: number) => number): NdArray {
  const classes = labels.shape[1]!;
  return ndarray(
    labels.shape,
    labels.data.map(label => soften(label, classes)),
  );
}
