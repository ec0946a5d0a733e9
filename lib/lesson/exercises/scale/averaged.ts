/**
 * Exercise 16: the slope of a whole batch from the slopes of its parts.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [gradients: readonly (readonly number[])[], counts: readonly number[]];

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** For each number of the gradient, the workers' numbers with these weights. */
const weighted = (gradients: Args[0], weights: readonly number[]): number[] =>
  gradients[0]!.map((_, i) => sumOf(gradients.map((gradient, worker) => weights[worker]! * gradient[i]!)));

export const scaleAveraged: ExerciseDefinition<Args, number[]> = {
  name: 'scale/averaged',
  lesson: '16-beyond-one-machine',
  parameters: ['gradients', 'counts'],
  starter: gradients => [...gradients[0]!],
  solution: (gradients, counts) =>
    weighted(
      gradients,
      counts.map(count => count / sumOf(counts)),
    ),
  solutionText: `function averaged(gradients: readonly (readonly number[])[], counts: readonly number[]): number[] {
  const images = counts.reduce((sum, count) => sum + count, 0);
  return gradients[0].map((_, i) =>
    gradients.reduce((sum, gradient, worker) => sum + (counts[worker] / images) * gradient[i], 0));
}`,
  inputs: random => {
    const slopes = (): number[] => [random.normal(), random.normal(), random.normal()];
    return [
      [
        [[1], [5]],
        [3, 1],
      ],
      [
        [
          [1, 2],
          [3, 6],
        ],
        [10, 10],
      ],
      [[[4, -4]], [7]],
      [
        [
          [2, 0],
          [9, 9],
        ],
        [5, 0],
      ],
      [
        [slopes(), slopes(), slopes()],
        [64, 40, 24],
      ],
    ];
  },
  hints: [
    'Each slope is a mean over the images of its worker. Whoever read more images has more to say.',
    'Three images with the slope 1, one with 5: of the four, the mean is 2.',
    'The weight of a worker is its count, divided by the sum of all counts.',
  ],
  mistakes: [
    {
      is: 'every worker weighing the same',
      does: gradients =>
        weighted(
          gradients,
          gradients.map(() => 1 / gradients.length),
        ),
      because: 'That is right only if all have read equally many images. Give each its share.',
    },
    {
      is: 'the sum of the slopes',
      does: gradients =>
        weighted(
          gradients,
          gradients.map(() => 1),
        ),
      because: 'Twice as many workers would then take steps twice as long, on the same batch.',
    },
    {
      is: 'weighted, but never divided',
      does: weighted,
      because: 'Those are the slopes of all images added up. The loss is a mean over them.',
    },
    {
      is: 'divided by the number of workers',
      does: (gradients, counts) =>
        weighted(
          gradients,
          counts.map(count => count / counts.length),
        ),
      because: 'The weights must add up to 1. Divide by the number of images, not of workers.',
    },
  ],
  matters: 'Workers that average like this take the very step that one machine would have taken.',
};
