/**
 * Exercise 16: what a worker sends in one all-reduce around a ring.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [parameters: number, workers: number];

export const scaleSent: ExerciseDefinition<Args, number> = {
  name: 'scale/sent',
  lesson: '16-beyond-one-machine',
  parameters: ['parameters', 'workers'],
  starter: (): number => 0,
  solution: (parameters, workers) => (4 * parameters * 2 * (workers - 1)) / workers,
  solutionText: `function bytesSent(parameters: number, workers: number): number {
  return (4 * parameters * 2 * (workers - 1)) / workers;
}`,
  inputs: random => [
    [1000, 2],
    [1000, 4],
    [207_178, 64],
    [1000, 1],
    [64 * (1 + random.integer(1000)), 4 * (1 + random.integer(10))],
  ],
  hints: [
    'Two tours: one in which the sums are collected, one in which they are handed on. How many rounds has each?',
    'In each of the `workers - 1` rounds of a tour, a worker sends one piece: the `workers`-th part of all numbers.',
    'A number is a float32, so it has 4 bytes.',
  ],
  mistakes: [
    {
      is: 'numbers in place of bytes',
      does: (parameters, workers) => (parameters * 2 * (workers - 1)) / workers,
      because: 'Weights and slopes are float32. How many bytes has one?',
    },
    {
      is: 'one tour only',
      does: (parameters, workers) => (4 * parameters * (workers - 1)) / workers,
      because: 'After the first tour everybody has one piece of the sum. Who tells the others?',
    },
    {
      is: 'everything sent to all others',
      does: (parameters, workers) => 4 * parameters * (workers - 1),
      because: 'Around a ring nobody sends the whole: in each round goes one piece, to one neighbour.',
    },
    {
      is: 'all workers together',
      does: (parameters, workers) => 4 * parameters * 2 * (workers - 1),
      because: 'They send at the same time, each on its own wire. Count what one of them sends.',
    },
    {
      is: 'a round too many in each tour',
      does: parameters => 4 * parameters * 2,
      because: 'A worker has its own numbers already. For one worker alone, there is nothing to send.',
    },
  ],
  matters:
    'However many take part, a worker never sends more than twice the weights: that is why the ring is used.',
};
