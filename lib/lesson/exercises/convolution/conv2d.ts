/**
 * Exercise 06: a convolution over a batch, with channels.
 */
import { conv2d } from '../../../layers/conv2d';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { counted, smallNumbers } from './arrays';

/** A kernel whose number at [i, j, c, o] is that of `kernel` at the place given by `from`. */
function rearranged(kernel: NdArray, from: (i: number, j: number, c: number, o: number) => number): NdArray {
  const [rows, columns, channels, outChannels] = kernel.shape as [number, number, number, number];
  const result = ndarray(kernel.shape);
  let place = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      for (let c = 0; c < channels; c++)
        for (let o = 0; o < outChannels; o++) result.data[place++] = kernel.data[from(i, j, c, o)]!;
  return result;
}

function flip(kernel: NdArray): NdArray {
  const [rows, columns, channels, outChannels] = kernel.shape as [number, number, number, number];
  return rearranged(
    kernel,
    (i, j, c, o) => (((rows - 1 - i) * columns + (columns - 1 - j)) * channels + c) * outChannels + o,
  );
}

/** Rows and columns swapped, as by somebody who mixes up i and j in the index. */
function transposed(kernel: NdArray): NdArray {
  const [rows, , channels, outChannels] = kernel.shape as [number, number, number, number];
  return rearranged(kernel, (i, j, c, o) => ((j * rows + i) * channels + c) * outChannels + o);
}

/** Channels read as [out, in] instead of [in, out]. */
function channelsSwapped(kernel: NdArray): NdArray {
  const [, columns, channels, outChannels] = kernel.shape as [number, number, number, number];
  return rearranged(kernel, (i, j, c, o) => ((i * columns + j) * outChannels + o) * channels + c);
}

/** Only the first channel of the images counts. */
function firstChannel(kernel: NdArray): NdArray {
  const [, , channels, outChannels] = kernel.shape as [number, number, number, number];
  const data = kernel.data.map((weight, place) =>
    Math.floor(place / outChannels) % channels === 0 ? weight : 0,
  );
  return ndarray(kernel.shape, data);
}

function scaled({ shape, data }: NdArray, factor: number): NdArray {
  return ndarray(
    shape,
    data.map(value => value * factor),
  );
}

export const convolutionConv2d: ExerciseDefinition<[images: NdArray, kernel: NdArray], NdArray> = {
  name: 'convolution/conv2d',
  lesson: '06-convolution',
  parameters: ['images', 'kernel'],
  starter: images => images,
  solution: (images, kernel) => conv2d(images, kernel),
  solutionText: `function convolve(images: NdArray, kernel: NdArray): NdArray {
  const [batch, height, width, channels] = images.shape;
  const [rows, columns, , outChannels] = kernel.shape;
  const output = ndarray([batch, height - rows + 1, width - columns + 1, outChannels]);
  let out = 0;                                // the outputs, one after the other as they lie in memory
  for (let b = 0; b < batch; b++)
    for (let y = 0; y <= height - rows; y++)
      for (let x = 0; x <= width - columns; x++)
        for (let o = 0; o < outChannels; o++, out++)
          for (let i = 0; i < rows; i++)
            for (let j = 0; j < columns; j++)
              for (let c = 0; c < channels; c++)
                output.data[out] +=
                  images.data[((b * height + y + i) * width + x + j) * channels + c] *
                  kernel.data[((i * columns + j) * channels + c) * outChannels + o];
  return output;
}`,
  inputs: random => [
    [counted(1, 3, 3, 1), ndarray([2, 2, 1, 1], [1, 10, 100, 1000])],
    [counted(1, 2, 3, 1), ndarray([1, 2, 1, 1], [-1, 1])],
    [counted(1, 2, 2, 2), ndarray([1, 1, 2, 2], [1, 0, 2, 10])],
    [counted(2, 3, 4, 1), ndarray([2, 3, 1, 1], [1, 0, -1, 2, 0, 5])],
    [smallNumbers(random, 2, 4, 5, 3), smallNumbers(random, 3, 2, 3, 2)],
  ],
  hints: [
    'Start from `slide`: two loops for the place, two for the window. Then put a loop for the image around it, and one for each kind of channel inside.',
    'Which four numbers name a pixel, and at which place of `images.data` does it lie? Write that line first.',
    'The product is `images.data[((b * height + y + i) * width + x + j) * channels + c] * kernel.data[((i * columns + j) * channels + c) * outChannels + o]`.',
  ],
  mistakes: [
    {
      is: 'the kernel turned upside down and left to right',
      does: (images, kernel) => conv2d(images, flip(kernel)),
      because:
        'That is what mathematicians call a convolution. Here the kernel is laid on as it is written: its first weight meets the first pixel of the window.',
    },
    {
      is: 'rows and columns of the kernel swapped',
      does: (images, kernel) => conv2d(images, transposed(kernel)),
      because:
        'i counts rows and j columns: the weight in row i, column j meets the pixel i further down and j further right. A row of the kernel has `columns` weights.',
    },
    {
      is: 'input and output channels swapped in the kernel',
      does: (images, kernel) => conv2d(images, channelsSwapped(kernel)),
      because:
        'The last axis of the kernel is the output channels; it moves fastest. `… * channels + c) * outChannels + o`.',
    },
    {
      is: 'only the first channel of the images',
      does: (images, kernel) => conv2d(images, firstChannel(kernel)),
      because: 'A kernel looks at all channels of its patch at once; the sum runs over c too.',
    },
    {
      is: 'a mean instead of a sum',
      does: (images, kernel) => {
        const [rows, columns, channels] = kernel.shape as [number, number, number, number];
        return scaled(conv2d(images, kernel), 1 / (rows * columns * channels));
      },
      because:
        'The products are added, as in a neuron. If smaller numbers are wanted, the weights can say so.',
    },
    {
      is: "padding 'same' instead of 'valid'",
      does: (images, kernel) => conv2d(images, kernel, { padding: 'same' }),
      because: 'The window stays inside the image here, so the map is smaller: height − rows + 1.',
    },
  ],
  matters:
    'That is the whole layer. Everything a convolutional network adds is many of these, and numbers in the kernel that nobody chose.',
};
