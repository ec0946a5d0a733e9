/**
 * Exercise 06: every patch a row.
 */
import { im2col } from '../../../layers/im2col';
import { transpose } from '../../../layers/matMul';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { counted, smallNumbers } from './arrays';

type Args = [image: NdArray, kernelSize: number];

function unfold(image: NdArray, kernelSize: number, stride = 1): NdArray {
  const [height, width] = image.shape as [number, number];
  return im2col(ndarray([1, height, width, 1], image.data), kernelSize, { strides: stride });
}

/** Each patch with its rows and columns swapped. */
function patchesTransposed(image: NdArray, kernelSize: number): NdArray {
  const patches = unfold(image, kernelSize);
  const area = kernelSize * kernelSize;
  const data = patches.data.map((_, place) => {
    const [patch, inside] = [Math.floor(place / area), place % area];
    const [i, j] = [Math.floor(inside / kernelSize), inside % kernelSize];
    return patches.data[patch * area + j * kernelSize + i]!;
  });
  return ndarray(patches.shape, data);
}

/** The places taken column by column instead of row by row. */
function placesTransposed(image: NdArray, kernelSize: number): NdArray {
  const patches = unfold(image, kernelSize);
  const area = kernelSize * kernelSize;
  const [rows, columns] = image.shape.map(size => size - kernelSize + 1) as [number, number];
  const data = patches.data.map((_, place) => {
    const [patch, inside] = [Math.floor(place / area), place % area];
    const [x, y] = [Math.floor(patch / rows), patch % rows];
    return patches.data[(y * columns + x) * area + inside]!;
  });
  return ndarray(patches.shape, data);
}

export const convolutionIm2col: ExerciseDefinition<Args, NdArray> = {
  name: 'convolution/im2col',
  lesson: '06-convolution',
  parameters: ['image', 'kernelSize'],
  starter: image => image,
  solution: (image, kernelSize) => unfold(image, kernelSize),
  solutionText: `function unfold(image: NdArray, kernelSize: number): NdArray {
  const [height, width] = image.shape;
  const rows: number[] = [];
  for (let y = 0; y <= height - kernelSize; y++)
    for (let x = 0; x <= width - kernelSize; x++)
      for (let i = 0; i < kernelSize; i++)
        for (let j = 0; j < kernelSize; j++) rows.push(image.data[(y + i) * width + x + j]);
  return ndarray([rows.length / kernelSize ** 2, kernelSize ** 2], rows);
}`,
  inputs: random => [
    [counted(3, 3), 2],
    [counted(2, 4), 2],
    [counted(3, 3), 3],
    [counted(2, 2), 1],
    [smallNumbers(random, 5, 4), 2],
    [smallNumbers(random, 6, 7), 3],
  ],
  hints: [
    'Two loops for the place of the window, two for the pixel in it. In which order do the numbers come out?',
    'Push every pixel of every window onto one list; the list is the matrix, row by row.',
  ],
  mistakes: [
    {
      is: 'patches read column by column',
      does: patchesTransposed,
      because:
        'A row of the matrix holds its patch line by line, as the kernel lies in memory; otherwise weights meet the wrong pixels.',
    },
    {
      is: 'places taken column by column',
      does: placesTransposed,
      because: 'The rows of the matrix follow the map, which is filled line by line: x moves faster than y.',
    },
    {
      is: 'patches as columns',
      does: (image, kernelSize) => transpose(unfold(image, kernelSize)),
      because:
        'Despite its name, im2col makes one row per patch here, so that patches · kernel is [places, outChannels].',
    },
    {
      is: 'windows side by side, without overlap',
      does: (image, kernelSize) => unfold(image, kernelSize, kernelSize),
      because: 'The window moves by one pixel, not by its own size. Most pixels occur in several rows.',
    },
  ],
  matters: 'Nearly every convolution that ever ran on a processor or a graphics card was computed this way.',
};
