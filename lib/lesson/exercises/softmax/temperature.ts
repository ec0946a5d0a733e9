/**
 * Exercise 04: softmax at a temperature.
 */
import { softmax } from '../../../layers/softmax';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { mapAll, mapRows, randomLogits, shiftedSoftmax } from './rows';

type Args = [logits: NdArray, temperature: number];

export const softmaxTemperature: ExerciseDefinition<Args, NdArray> = {
  name: 'softmax/temperature',
  lesson: '04-softmax',
  parameters: ['logits', 'temperature'],
  starter: (logits: NdArray): NdArray => softmax(logits),
  solution: (logits: NdArray, temperature: number): NdArray => softmax(divided(logits, temperature)),
  solutionText: `function softmaxAt(logits: NdArray, temperature: number): NdArray {
  return softmax(ndarray(logits.shape, logits.data.map(score => score / temperature)));
}`,
  inputs: random => [
    [ndarray([1, 2], [2 * Math.log(3), 0]), 2],
    [ndarray([1, 2], [Math.log(3), 0]), 0.5],
    [ndarray([1, 3], [2, 1, -1]), 1],
    [ndarray([1, 2], [20, 10]), 0.01],
    [randomLogits(random, 2, 10), 1 + random.uniform()],
  ],
  hints: [
    'A high temperature shall make the scores more alike. What does that to a difference?',
    'Divide every score first, then take the softmax that you know.',
  ],
  mistakes: [
    {
      is: 'scores multiplied by the temperature',
      does: (logits, temperature) => softmax(divided(logits, 1 / temperature)),
      because: 'Yours gets surer as it gets hotter. Heat shall melt the differences.',
    },
    {
      is: 'probabilities divided by the temperature',
      does: (logits, temperature) => divided(softmax(logits), temperature),
      because: 'Then the row sums to 1 / temperature. The temperature acts on the scores, before `exp`.',
    },
    {
      is: 'a softmax of a softmax',
      does: (logits, temperature) => softmax(divided(softmax(logits), temperature)),
      because: 'The probabilities were squeezed once more. Divide the scores, and squeeze once.',
    },
    {
      is: 'no shift',
      does: (logits, temperature) => mapRows(divided(logits, temperature), row => shiftedSoftmax(row, 0)),
      because:
        'At a low temperature the scores become huge, and `exp` overflows as before. Use the stable softmax.',
    },
  ],
  matters: 'A trained network that is too sure of itself is mended with this one number, in lesson 14.',
};

function divided(matrix: NdArray, divisor: number): NdArray {
  return mapAll(matrix, all => all.map(value => value / divisor));
}
