/**
 * Exercise 00: the share of digits that were read correctly.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Classes = ArrayLike<number>;

export const startAccuracy: ExerciseDefinition<[labels: Classes, predictions: Classes], number> = {
  name: 'start/accuracy',
  lesson: '00-start-here',
  parameters: ['labels', 'predictions'],
  starter: (): number => 0,
  solution: (labels: Classes, predictions: Classes): number =>
    countEqual(labels, predictions) / labels.length,
  solutionText: `function accuracy(labels: ArrayLike<number>, predictions: ArrayLike<number>): number {
  let correct = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === predictions[i]) correct += 1;
  }
  return correct / labels.length;
}`,
  inputs: random => [
    [Uint8Array.of(7, 2, 1, 0), Uint8Array.of(7, 2, 1, 9)],
    [Uint8Array.of(0, 0, 5), Uint8Array.of(0, 5, 0)],
    [Uint8Array.of(3), Uint8Array.of(3)],
    [randomClasses(random, 100), randomClasses(random, 100)],
  ],
  hints: [
    'Go through both lists at once. When is one digit read correctly?',
    'Count the places `i` where `labels[i] === predictions[i]`. A share is a count divided by what?',
  ],
  mistakes: [
    {
      is: 'the share of errors',
      does: (labels, predictions) => 1 - countEqual(labels, predictions) / labels.length,
      because: 'You counted the places where the two differ. Accuracy counts those where they agree.',
    },
    {
      is: 'a count, not a share',
      does: countEqual,
      because: 'How many were right says little without how many there were. Divide by that.',
    },
    {
      is: 'per cent',
      does: (labels, predictions) => (100 * countEqual(labels, predictions)) / labels.length,
      because: 'A share lies between 0 and 1. Turn it into per cent when you print it, not before.',
    },
    {
      is: 'the share of labels that occur among the predictions',
      does: (labels, predictions) => {
        const read = new Set(Array.from(predictions));
        return Array.from(labels).filter(label => read.has(label)).length / labels.length;
      },
      because: 'It is not enough that a label was read somewhere: compare place by place.',
    },
    {
      is: 'all or nothing',
      does: (labels, predictions) => (countEqual(labels, predictions) === labels.length ? 1 : 0),
      because: 'One wrong digit should cost a little, not everything.',
    },
  ],
  matters: 'It is the one number that says how good a network is, if the digits were new to it.',
};

function countEqual(labels: Classes, predictions: Classes): number {
  return Array.from(labels).filter((label, i) => label === predictions[i]).length;
}

function randomClasses(random: { integer(limit: number): number }, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => random.integer(10));
}
