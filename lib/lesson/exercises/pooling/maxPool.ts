/**
 * Exercise 07: the largest value under each window.
 */
import { averagePool2d } from '../../../layers/averagePool2d';
import { transpose } from '../../../layers/matMul';
import { maxPool2d } from '../../../layers/maxPool2d';
import type { PoolOptions } from '../../../layers/pooling';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { counted, smallNumbers } from '../convolution/arrays';

type Args = [map: NdArray, poolSize: number, stride: number];

/** The library's pooling of a single map. */
function pooled(pool: typeof maxPool2d, map: NdArray, options: PoolOptions): NdArray {
  const [height, width] = map.shape as [number, number];
  const result = pool(ndarray([1, height, width, 1], map.data), options);
  return ndarray(result.shape.slice(1, 3), result.data);
}

const largest = (map: NdArray, poolSize: number, strides: number): NdArray =>
  pooled(maxPool2d, map, { poolSize, strides });

export const poolingMaxPool: ExerciseDefinition<Args, NdArray> = {
  name: 'pooling/maxPool',
  lesson: '07-pooling',
  parameters: ['map', 'poolSize', 'stride'],
  starter: map => map,
  solution: largest,
  solutionText: `function poolMap(map: NdArray, poolSize: number, stride: number): NdArray {
  const [height, width] = map.shape;
  const rows = Math.floor((height - poolSize) / stride) + 1;
  const columns = Math.floor((width - poolSize) / stride) + 1;
  const output = ndarray([rows, columns]);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let largest = -Infinity;
      for (let i = 0; i < poolSize; i++)
        for (let j = 0; j < poolSize; j++)
          largest = Math.max(largest, map.data[(y * stride + i) * width + x * stride + j]);
      output.data[y * columns + x] = largest;
    }
  return output;
}`,
  inputs: random => [
    [ndarray([2, 4], [1, 7, 3, 5, 2, 4, 6, 8]), 2, 2],
    [ndarray([2, 2], [-4, -1, -3, -2]), 2, 2],
    [counted(4, 4), 2, 1],
    [counted(5, 3), 2, 2],
    [ndarray([5, 5], [3, 0, 9, 0, 1, 0, 0, 0, 0, 0, 5, 0, 4, 0, 6, 0, 0, 0, 0, 0, 2, 0, 8, 0, 7]), 2, 3],
    [smallNumbers(random, 7, 6), 3, 2],
  ],
  hints: [
    'How many windows fit? The rule is the one of exercise 6.1, for `valid`. The window of output row y begins in row y · stride.',
    'Four loops: two for the window, two for the pixel in it. With what must "the largest so far" begin, if all pixels may be negative?',
  ],
  mistakes: [
    {
      is: 'a search that begins at 0',
      does: (...args) => {
        const { shape, data } = largest(...args);
        return ndarray(
          shape,
          data.map(value => Math.max(0, value)),
        );
      },
      because: 'If all values of a window are negative, 0 wins although it is not there. Begin at −Infinity.',
    },
    {
      is: 'windows side by side whatever the stride',
      does: (map, poolSize) => largest(map, poolSize, poolSize),
      because: 'The stride says where the next window begins. It is often the pool size, but need not be.',
    },
    {
      is: 'a window at every place',
      does: (map, poolSize) => largest(map, poolSize, 1),
      because: 'The window of output row y begins in row y · stride of the map, not in row y.',
    },
    {
      is: 'the mean of each window',
      does: (map, poolSize, strides) => pooled(averagePool2d, map, { poolSize, strides }),
      because: 'That is average pooling, which comes next. Here the largest value wins alone.',
    },
    {
      is: 'a last window that hangs over the border',
      does: (map, poolSize, strides) => pooled(maxPool2d, map, { poolSize, strides, padding: 'same' }),
      because: 'Only windows that fit count here: a row that is left over at the end is dropped.',
    },
    {
      is: 'rows and columns of the map swapped',
      does: (map, poolSize, strides) => largest(transpose(map), poolSize, strides),
      because: 'The shape is [height, width]: a step down skips `width` numbers in `data`.',
    },
  ],
  matters: 'A quarter of the numbers is left, and each still says: it was here, or next to here.',
};
