/**
 * Exercise 02: from scores back to labels, ties included.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

export const oneHotDecode: ExerciseDefinition<[scores: NdArray], ArrayLike<number>> = {
  name: 'oneHot/decode',
  lesson: '02-one-hot',
  parameters: ['scores'],
  starter: (): ArrayLike<number> => [],
  solution: (scores): ArrayLike<number> => rowsOf(scores).map(row => best(row)),
  solutionText: `function decode(scores: NdArray): number[] {
  const [batch, classes] = scores.shape;
  return Array.from({ length: batch }, (_, row) => {
    const own = scores.data.subarray(row * classes, (row + 1) * classes);
    return own.indexOf(Math.max(...own));
  });
}`,
  inputs: random => [
    [ndarray([2, 3], [0, 5, 1, 7, 2, 3])],
    [ndarray([2, 3], [1, 4, 4, 2, 2, 2])],
    [ndarray([2, 3], [-3, -1, -2, -5, -6, -4])],
    [ndarray([3, 2], [0, 1, 9, 8, 0, 1])],
    [ndarray([1, 1], [0])],
    [ndarray([0, 3])],
    [
      ndarray(
        [4, 10],
        Array.from({ length: 40 }, () => random.normal()),
      ),
    ],
    [
      ndarray(
        [3, 4],
        Array.from({ length: 12 }, () => random.integer(2)),
      ),
    ],
  ],
  hints: [
    'One answer for each row. `data.subarray(row * classes, (row + 1) * classes)` is one row, nothing copied.',
    'The answer is a *column*, not a score. `indexOf` finds where the largest value stands.',
    '`indexOf` returns the first place if there are several: the tie is settled as it should be.',
  ],
  mistakes: [
    {
      is: 'the last one of a tie',
      does: scores => rowsOf(scores).map(row => row.lastIndexOf(Math.max(...row))),
      because:
        'With `>=` a later column of the same score takes over. The first one should keep its place: use `>`.',
    },
    {
      is: 'the largest score, not its column',
      does: scores => rowsOf(scores).map(row => Math.max(...row)),
      because: 'Asked for is which class it is, not how high its score is.',
    },
    {
      is: 'a search that begins with the score 0',
      does: scores =>
        rowsOf(scores).map(row => {
          const highest = Math.max(0, ...row);
          return highest > 0 ? row.indexOf(highest) : 0;
        }),
      because: 'Scores can all be negative. Begin with the first score of the row, not with 0.',
    },
    {
      is: 'places in the whole array',
      does: scores => rowsOf(scores).map((row, i) => i * row.length + best(row)),
      because: 'Your places go on counting through all rows. The column begins at 0 in every row.',
    },
    {
      is: 'one answer for the whole batch',
      does: scores => [best(Array.from(scores.data))],
      because: 'Each row is a picture of its own and needs its own answer.',
    },
    {
      is: 'the largest score of the whole batch, looked for in every row',
      does: scores => {
        const highest = Math.max(...scores.data);
        return rowsOf(scores).map(row => row.indexOf(highest));
      },
      because: 'Each row has a largest score of its own; −1 means that `indexOf` found nothing.',
    },
    {
      is: 'the smallest score',
      does: scores => rowsOf(scores).map(row => row.indexOf(Math.min(...row))),
      because: 'A high score means "looks much like it". Take the largest.',
    },
    {
      is: 'down the columns',
      does: scores => {
        const [batch = 0, classes = 0] = scores.shape;
        const columns = Array.from({ length: classes }, (_, column) =>
          Array.from({ length: batch }, (_, row) => scores.data[row * classes + column]!),
        );
        return columns.map(column => best(column));
      },
      because: 'You compared pictures with each other. A row belongs to one picture; compare its classes.',
    },
  ],
  matters: 'Accuracy, confusion, every answer a network gives: all begin with this step.',
};

function rowsOf({ shape, data }: NdArray): number[][] {
  const [batch = 0, classes = 0] = shape;
  return Array.from({ length: batch }, (_, row) =>
    Array.from(data.subarray(row * classes, (row + 1) * classes)),
  );
}

function best(row: readonly number[]): number {
  return row.indexOf(Math.max(...row));
}
