/**
 * Exercise 04: positive numbers into shares, row by row.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { mapAll, mapColumns, mapRows, randomLogits, shares } from './rows';

export const softmaxRows: ExerciseDefinition<[powers: NdArray], NdArray> = {
  name: 'softmax/rows',
  lesson: '04-softmax',
  parameters: ['powers'],
  starter: (powers: NdArray): NdArray => powers,
  solution: (powers: NdArray): NdArray => mapRows(powers, shares),
  solutionText: `function sharesOfRows(powers: NdArray): NdArray {
  const [batch, classes] = powers.shape;
  const shares = ndarray(powers.shape);
  for (let row = 0; row < batch; row++) {
    const start = row * classes;
    const total = powers.data.subarray(start, start + classes).reduce((sum, power) => sum + power, 0);
    for (let k = start; k < start + classes; k++) shares.data[k] = powers.data[k] / total;
  }
  return shares;
}`,
  inputs: random => [
    [ndarray([2, 3], [1, 1, 2, 30, 10, 10])],
    [ndarray([1, 2], [3, 1])],
    [ndarray([3, 1], [5, 1, 2])],
    [mapAll(randomLogits(random, 4, 10), all => all.map(Math.exp))],
  ],
  hints: [
    'How many sums do you need for two images?',
    'Row `row` takes the places from `row * classes` to `(row + 1) * classes`; `subarray` looks at just those.',
    'Make a result with `ndarray(powers.shape)`, which is all zeros, and fill it.',
  ],
  mistakes: [
    {
      is: 'one sum for the whole batch',
      does: powers => mapAll(powers, shares),
      because: 'Your shares of all images together sum to 1. Each image is its own row, with its own sum.',
    },
    {
      is: 'columns instead of rows',
      does: powers => mapColumns(powers, shares),
      because: 'Your columns sum to 1: images compete for a class. Classes run along a row.',
    },
    {
      is: 'the mean instead of the sum',
      does: powers => mapRows(powers, row => shares(row).map(share => share * row.length)),
      because: 'Then a row sums to the number of classes. It shall sum to 1.',
    },
    {
      is: 'the largest taken for the whole',
      does: powers => mapRows(powers, row => row.map(power => power / Math.max(...row))),
      because:
        'The winner gets 1 and the others get something on top. Divide by what all of them make together.',
    },
    {
      is: 'the powers overwritten',
      does: powers => {
        powers.data.set(mapRows(powers, shares).data);
        return powers;
      },
      because: 'The numbers are right, but whoever called you still needs theirs. Fill a new array.',
    },
  ],
  matters: 'A batch is many questions asked at once. No image may have a say in the answer to another one.',
};
