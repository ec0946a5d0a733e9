/**
 * Exercise 04: a softmax that survives scores of ±1000.
 */
import { softmax } from '../../../layers/softmax';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { mapAll, mapColumns, mapRows, type Row, randomLogits, shares, shiftedSoftmax } from './rows';

export const softmaxStable: ExerciseDefinition<[logits: NdArray], NdArray> = {
  name: 'softmax/stable',
  lesson: '04-softmax',
  parameters: ['logits'],
  starter: (logits: NdArray): NdArray => logits,
  solution: softmax,
  solutionText: `function stableSoftmax(logits: NdArray): NdArray {
  const classes = logits.shape[1];
  const probabilities = ndarray(logits.shape);
  for (let start = 0; start < logits.data.length; start += classes) {
    const scores = logits.data.subarray(start, start + classes);
    const largest = Math.max(...scores);
    const powers = scores.map(score => Math.exp(score - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    probabilities.data.set(powers.map(power => power / total), start);
  }
  return probabilities;
}`,
  inputs: random => [
    [ndarray([2, 2], [Math.log(3), 0, 0, 0])],
    [ndarray([2, 2], [1000, 0, 0, 1])],
    [ndarray([2, 2], [-1000, -1000, -1000, 0])],
    [ndarray([1, 1], [7])],
    [randomLogits(random, 3, 10)],
  ],
  hints: [
    'Which number could you subtract from all scores of a row without changing the answer?',
    'After the subtraction no exponent may be above 0. Which score has to become 0 for that?',
    'Loop over the rows; `Math.max(...scores)` of each row comes first, then `exp`, then the row’s sum.',
  ],
  mistakes: [
    {
      is: 'no shift',
      does: logits => mapRows(logits, row => shiftedSoftmax(row, 0)),
      because: 'exp(1000) is Infinity, and a row of −1000s is all zeros. Shift the row before `exp`.',
    },
    {
      is: 'one maximum for the whole batch',
      does: logits => {
        const largest = Math.max(...logits.data);
        return mapRows(logits, row => shiftedSoftmax(row, largest));
      },
      because: 'A row whose scores are all far below that maximum vanishes: 0 / 0. Take each row’s own.',
    },
    {
      is: 'columns instead of rows',
      does: logits => mapColumns(logits, column => shiftedSoftmax(column)),
      because: 'Your columns sum to 1. Classes run along a row.',
    },
    {
      is: 'one sum for the whole batch',
      does: logits => mapAll(mapRows(logits, powersOf), shares),
      because: 'The shift is right. But each image is its own row, and each row sums to 1 by itself.',
    },
    {
      is: 'shifting by the smallest score',
      does: logits => mapRows(logits, row => shiftedSoftmax(row, Math.min(...row))),
      because:
        'This lifts the largest score even higher if the smallest is negative. Exponents shall be 0 or less.',
    },
    {
      is: 'scaled instead of shifted',
      does: logits =>
        mapRows(logits, row => shares(row.map(score => Math.exp(score / Math.max(...row.map(Math.abs)))))),
      because:
        'Dividing the scores changes their differences, and with them the answer. Subtracting does not.',
    },
    {
      is: 'powers that are not divided by their sum',
      does: logits => mapRows(logits, powersOf),
      because: 'Nothing overflows any more. The rows do not sum to 1 yet.',
    },
    {
      is: 'NaN replaced after it has happened',
      does: logits =>
        mapAll(
          mapRows(logits, row => shiftedSoftmax(row, 0)),
          all => all.map(p => p || 0),
        ),
      because:
        'A class with a score of 1000 now has probability 0, the opposite of the truth. Keep it from arising.',
    },
  ],
  matters: 'Every library does this. A network in its first minutes of training does produce such scores.',
};

function powersOf(scores: Row): Row {
  return scores.map(score => Math.exp(score - Math.max(...scores)));
}
