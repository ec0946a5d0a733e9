/**
 * Exercise 11: how many steps a training takes.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [digits: number, batchSize: number, epochs: number];

export const trainingSteps: ExerciseDefinition<Args, number> = {
  name: 'training/steps',
  lesson: '11-training',
  parameters: ['digits', 'batchSize', 'epochs'],
  starter: (): number => 0,
  solution: (digits, batchSize, epochs): number => Math.ceil(digits / batchSize) * epochs,
  solutionText: `function stepsOf(digits: number, batchSize: number, epochs: number): number {
  return Math.ceil(digits / batchSize) * epochs;
}`,
  inputs: random => [
    [100, 25, 1],
    [10, 4, 1],
    [10, 4, 3],
    [60_000, 128, 2],
    [3, 64, 5],
    [50 + random.integer(1000), 7 + random.integer(40), 2 + random.integer(9)],
  ],
  hints: [
    'Ten digits in batches of four: write the batches down. How many are there, and how large is the last one?',
    '`Math.ceil` rounds up. Every epoch begins anew, with a batch of its own.',
  ],
  mistakes: [
    {
      is: 'the last batch thrown away',
      does: (digits, batchSize, epochs) => Math.floor(digits / batchSize) * epochs,
      because: 'The digits that are left over make a step, too: a short one.',
    },
    {
      is: 'batches that reach into the next epoch',
      does: (digits, batchSize, epochs) => Math.ceil((digits * epochs) / batchSize),
      because:
        'An epoch ends with its last digit. What is left over is not filled up with digits of the next.',
    },
    {
      is: 'a part of a step',
      does: (digits, batchSize, epochs) => (digits / batchSize) * epochs,
      because: 'There is no half step: a batch that is only half full is one step all the same.',
    },
    {
      is: 'rounding to the nearest',
      does: (digits, batchSize, epochs) => Math.round(digits / batchSize) * epochs,
      because: 'However few digits are left over, they make a step. Round up.',
    },
    {
      is: 'a single epoch',
      does: (digits, batchSize) => Math.ceil(digits / batchSize),
      because: 'That is one epoch. The training has several.',
    },
    {
      is: 'one digit at a time',
      does: (digits, _, epochs) => digits * epochs,
      because: 'A step is taken after a whole batch, not after each digit.',
    },
  ],
  matters: 'Schedules, logs and checkpoints count steps. Know how many there are before you start.',
};
