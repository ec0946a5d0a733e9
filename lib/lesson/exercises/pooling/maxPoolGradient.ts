/**
 * Exercise 07: the gradient goes to the winner.
 */
import { averagePool2dGradient } from '../../../layers/averagePool2d';
import { maxPool2dGradient } from '../../../layers/maxPool2d';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { counted, smallNumbers } from '../convolution/arrays';

type Args = [upstream: NdArray, map: NdArray, poolSize: number, stride: number];

/** What the pixels of `map` get from one window: the places of its winners in reading order, and its upstream number. */
type Share = (gradient: NdArray, winners: readonly number[], g: number, map: NdArray) => void;

/** Walks over the windows and lets `share` hand out the gradient of each. */
function handedOut(share: Share): (...args: Args) => NdArray {
  return (upstream, map, poolSize, stride) => {
    const gradient = ndarray(map.shape);
    const [width, columns] = [map.shape[1]!, upstream.shape[1]!];
    upstream.data.forEach((g, out) => {
      const [top, left] = [Math.floor(out / columns) * stride, (out % columns) * stride];
      const window = Array.from(
        { length: poolSize * poolSize },
        (_, i) => (top + Math.floor(i / poolSize)) * width + left + (i % poolSize),
      );
      const most = Math.max(...window.map(place => map.data[place]!));
      const winners = window.filter(place => map.data[place] === most);
      share(gradient, winners, g, map);
    });
    return gradient;
  };
}

/** `[height, width]` as the library's `[batch, height, width, channels]`. */
const asBatch = ({ shape, data }: NdArray): NdArray => ndarray([1, shape[0]!, shape[1]!, 1], data);

/** A pooling's gradient of the library, for a single map. */
function ofMap(poolGradient: typeof maxPool2dGradient): (...args: Args) => NdArray {
  return (upstream, map, poolSize, strides) =>
    ndarray(map.shape, poolGradient(asBatch(upstream), asBatch(map), { poolSize, strides }).data);
}

export const poolingMaxPoolGradient: ExerciseDefinition<Args, NdArray> = {
  name: 'pooling/maxPoolGradient',
  lesson: '07-pooling',
  parameters: ['upstream', 'map', 'poolSize', 'stride'],
  starter: (_upstream, map) => map,
  solution: ofMap(maxPool2dGradient),
  solutionText: `function poolMapGradient(upstream: NdArray, map: NdArray, poolSize: number, stride: number): NdArray {
  const gradient = ndarray(map.shape);
  const width = map.shape[1];
  const [rows, columns] = upstream.shape;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let winner = y * stride * width + x * stride;
      for (let i = 0; i < poolSize; i++)
        for (let j = 0; j < poolSize; j++) {
          const place = (y * stride + i) * width + x * stride + j;
          if (map.data[place] > map.data[winner]) winner = place;
        }
      gradient.data[winner] += upstream.data[y * columns + x];
    }
  return gradient;
}`,
  inputs: random => [
    [ndarray([1, 2], [10, 20]), ndarray([2, 4], [1, 7, 3, 5, 2, 4, 6, 8]), 2, 2],
    [ndarray([1, 1], [10]), ndarray([2, 2], [3, 5, 5, 5]), 2, 2],
    [ndarray([1, 2], [10, 20]), ndarray([2, 3], [1, 9, 2, 3, 4, 5]), 2, 1],
    [counted(2, 2), ndarray([5, 5]), 2, 2],
    [ndarray([1, 1], [-3]), ndarray([2, 2], [-4, -1, -3, -2]), 2, 2],
    [smallNumbers(random, 3, 2), smallNumbers(random, 7, 6), 3, 2],
  ],
  hints: [
    'Walk over the windows as in the forward pass, but remember *where* the largest value stands, not only how large it is.',
    'Start with the first pixel of the window as the winner; replace it when another one is larger. Larger or equal would choose another one in a tie.',
    'Windows may overlap, so one pixel can win twice. What does it get then?',
  ],
  mistakes: [
    {
      is: 'a tie won by the last',
      does: handedOut((gradient, winners, g) => {
        gradient.data[winners.at(-1)!]! += g;
      }),
      because:
        'When several are equally large, the first one in reading order wins, here and in TensorFlow. Look at your comparison.',
    },
    {
      is: 'a tie in which every winner gets all',
      does: handedOut((gradient, winners, g) => {
        for (const winner of winners) gradient.data[winner]! += g;
      }),
      because: 'One output has one gradient to give away. Handing it out several times makes it larger.',
    },
    {
      is: 'a tie shared in equal parts',
      does: handedOut((gradient, winners, g) => {
        for (const winner of winners) gradient.data[winner]! += g / winners.length;
      }),
      because:
        'That would be fair, and some programs do it. TensorFlow and this library let the first one win.',
    },
    {
      is: 'the last window only',
      does: handedOut((gradient, winners, g) => {
        gradient.data[winners[0]!] = g;
      }),
      because: 'Where windows overlap, a pixel can win several of them. Each adds its share: `+=`.',
    },
    {
      is: 'the upstream gradient times the value of the winner',
      does: handedOut((gradient, winners, g, map) => {
        gradient.data[winners[0]!]! += g * map.data[winners[0]!]!;
      }),
      because: 'The output *is* the winner: move it by 1 and the output moves by 1. The slope is 1.',
    },
    {
      is: 'the upstream gradient left out',
      does: handedOut((gradient, winners) => {
        gradient.data[winners[0]!]! += 1;
      }),
      because: 'You found the winners. How much the loss cares about each of them stands in `upstream`.',
    },
    {
      is: 'equal shares for the whole window',
      does: ofMap(averagePool2dGradient),
      because: 'That is how a mean hands its gradient back. A value that did not win has changed nothing.',
    },
    {
      is: 'a gradient in the shape of the output',
      does: upstream => upstream,
      because: 'Every number of the map needs a gradient, most of them a 0.',
    },
  ],
  matters:
    'Only the place where something was found is told to change. Everything that was overruled keeps its opinion.',
};
