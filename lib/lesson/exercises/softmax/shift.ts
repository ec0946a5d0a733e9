/**
 * Exercise 04: a check that says whether a function notices that all scores were raised.
 */
import { sigmoid } from '../../../layers/sigmoid';
import { softmax } from '../../../layers/softmax';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { mapAll, mapRows, randomLogits, shares } from './rows';

type Change = (logits: NdArray) => NdArray;
type Args = [f: Change, logits: NdArray, c: number];

export const softmaxShift: ExerciseDefinition<Args, number> = {
  name: 'softmax/shift',
  lesson: '04-softmax',
  parameters: ['f', 'logits', 'c'],
  starter: (): number => Number.NaN,
  solution: (f: Change, logits: NdArray, c: number): number =>
    Math.max(...differences(f(logits), f(raised(logits, c))).map(Math.abs)),
  solutionText: `function shiftError(f: (logits: NdArray) => NdArray, logits: NdArray, c: number): number {
  const before = f(logits).data;
  const after = f(ndarray(logits.shape, logits.data.map(score => score + c))).data;
  return Math.max(...before.map((value, i) => Math.abs(after[i] - value)));
}`,
  inputs: random => [
    [doubled, ndarray([1, 2], [1, 4]), 3],
    [doubled, ndarray([1, 2], [1, 4]), -3],
    [softmax, ndarray([1, 3], [2, 1, -1]), 10],
    [sharesOfRows, ndarray([1, 2], [1, 3]), 2],
    [sigmoid, randomLogits(random, 2, 4), 0.5],
    [softmax, randomLogits(random, 2, 4), -1],
  ],
  hints: [
    'Call `f` twice: with the scores as they are, and with c added to each of them.',
    'Compare place by place. A difference of −0.3 is as bad as one of 0.3.',
    '`Math.max(...list)` is the largest number of a list.',
  ],
  mistakes: [
    {
      is: 'multiplied instead of shifted',
      does: (f, logits, c) => largest(f(logits), f(mapAll(logits, all => all.map(score => score * c)))),
      because: 'That stretches the differences between the scores. Add the same c to each.',
    },
    {
      is: 'differences with their sign',
      does: (f, logits, c) => Math.max(...differences(f(logits), f(raised(logits, c)))),
      because: 'A value that falls far has a large negative difference, which `Math.max` overlooks.',
    },
    {
      is: 'the sum of the differences',
      does: (f, logits, c) => differences(f(logits), f(raised(logits, c))).reduce((sum, one) => sum + one, 0),
      because: 'Probabilities that go up and down cancel in a sum. Ask for the largest one.',
    },
    {
      is: 'only the first score raised',
      does: (f, logits, c) => {
        const one = mapAll(logits, all => all.map((score, i) => (i === 0 ? score + c : score)));
        return largest(f(logits), f(one));
      },
      because: 'One score higher than before is a different question. All of them go up together.',
    },
    {
      is: 'scores compared, not results',
      does: (_f, logits, c) => largest(logits, raised(logits, c)),
      because: 'The scores differ by c, of course. What does `f` make of them?',
    },
    {
      is: 'the results shifted, not the scores',
      does: (f, logits, c) => largest(raised(f(logits), c), f(raised(logits, c))),
      because: 'c is added before `f`, not after it.',
    },
    {
      is: 'the scores overwritten',
      does: (f, logits, c) => {
        const before = f(logits);
        logits.data.set(raised(logits, c).data);
        return largest(before, f(logits));
      },
      because: 'The number is right, but the caller’s logits are no longer what they were. Raise a copy.',
    },
  ],
  matters: 'A law that you can run is a test. The library’s tests try this one on hundreds of random rows.',
};

function raised(logits: NdArray, c: number): NdArray {
  return mapAll(logits, all => all.map(score => score + c));
}

function differences(before: NdArray, after: NdArray): Float64Array {
  return after.data.map((value, i) => value - before.data[i]!);
}

function largest(before: NdArray, after: NdArray): number {
  return Math.max(...differences(before, after).map(Math.abs));
}

function doubled(logits: NdArray): NdArray {
  return mapAll(logits, all => all.map(score => 2 * score));
}

function sharesOfRows(logits: NdArray): NdArray {
  return mapRows(logits, shares);
}
