/**
 * Exercise 11: going on from a checkpoint as if nothing had happened.
 */
import { createRandom, type Random, restoreRandom } from '../../../random/random';
import type { ExerciseDefinition } from '../../exerciseDefinition';

interface Checkpoint {
  seed: number;
  step: number;
  weight: number;
  memory: number;
  random: readonly number[];
}

/** The training of the lesson: one weight that learns the mean of random numbers. */
function advance(
  { step, weight, memory }: Checkpoint,
  random: Random,
  steps: number,
): Omit<Checkpoint, 'seed' | 'random'> {
  let state = { step, weight, memory };
  while (state.step < steps) {
    const kept = 0.9 * state.memory + (state.weight - random.normal());
    state = { step: state.step + 1, memory: kept, weight: state.weight - (0.1 / (1 + state.step)) * kept };
  }
  return state;
}

function solve(checkpoint: Checkpoint, steps: number): number {
  return advance(checkpoint, restoreRandom(checkpoint.random), steps).weight;
}

function stopped(seed: number, step: number): Checkpoint {
  const random = createRandom(seed);
  const state = advance({ seed, step: 0, weight: 0, memory: 0, random: [] }, random, step);
  return { seed, ...state, random: random.state() };
}

export const trainingResume: ExerciseDefinition<
  [
    // Written out: a cell cannot name an interface of this file.
    checkpoint: { seed: number; step: number; weight: number; memory: number; random: readonly number[] },
    steps: number,
  ],
  number
> = {
  name: 'training/resume',
  lesson: '11-training',
  parameters: ['checkpoint', 'steps'],
  starter: ({ weight }): number => weight,
  solution: (checkpoint, steps): number => solve(checkpoint, steps),
  solutionText: `function goOn(checkpoint: Checkpoint, steps: number): number {
  const random = restoreRandom(checkpoint.random);
  let { step, weight, memory } = checkpoint;
  for (; step < steps; step++) {
    memory = 0.9 * memory + (weight - random.normal());
    weight -= (0.1 / (1 + step)) * memory;
  }
  return weight;
}`,
  inputs: random => [
    [stopped(1, 3), 4],
    [stopped(1, 3), 10],
    [stopped(2, 1), 2],
    [stopped(3 + random.integer(1000), 5 + random.integer(10)), 30],
    [stopped(7, 0), 5],
    [stopped(7, 5), 5],
  ],
  hints: [
    'Copy the loop of `trainOne`. Three numbers and a stream of chance live on from step to step: where does each of them stand now?',
    '`restoreRandom(checkpoint.random)` is the stream of chance at the place where it was left.',
    'The loop begins at `checkpoint.step` and ends before `steps`, as it did before: `steps` counts from the very beginning.',
  ],
  mistakes: [
    {
      is: 'the memory forgotten',
      does: (checkpoint, steps) => solve({ ...checkpoint, memory: 0 }, steps),
      because:
        'The optimiser begins as if it had never seen a slope. What it remembers belongs to the checkpoint.',
    },
    {
      is: 'the same chance once more',
      does: (checkpoint, steps) => advance(checkpoint, createRandom(checkpoint.seed), steps).weight,
      because:
        'With the seed, the stream begins at its beginning: the first draws come a second time. Go on from where it stood.',
    },
    {
      is: 'a step counter at 0, for the rate',
      does: (checkpoint, steps) => {
        const { step } = checkpoint;
        const random = restoreRandom(checkpoint.random);
        return advance({ ...checkpoint, step: 0 }, random, steps - step).weight;
      },
      because: 'The learning rate falls with the step. Yours starts from the top again.',
    },
    {
      is: 'too many steps',
      does: (checkpoint, steps) => solve(checkpoint, steps + checkpoint.step),
      because: '`steps` is the length of the whole training. Some of them are done.',
    },
    {
      is: 'a training from the beginning with the old weight',
      does: ({ seed, weight }, steps) =>
        advance({ seed, weight, step: 0, memory: 0, random: [] }, createRandom(seed), steps).weight,
      because: 'Only the weight went on. Step, memory and chance stand in the checkpoint as well.',
    },
    {
      is: 'everything new but the weight, for the steps that are left',
      does: ({ seed, weight, step }, steps) =>
        advance({ seed, weight, step: 0, memory: 0, random: [] }, createRandom(seed), steps - step).weight,
      because: 'Only the weight went on. Step, memory and chance stand in the checkpoint as well.',
    },
    {
      is: 'one step repeated',
      does: (checkpoint, steps) => solve({ ...checkpoint, step: checkpoint.step - 1 }, steps),
      because:
        '`checkpoint.step` steps are done. The next one has that number, since the first has number 0.',
    },
  ],
  matters: 'A checkpoint that lacks one of them gives a training that goes on, and is another one.',
};
