/**
 * Exercise 06: both gradients of a kernel that slides over one picture.
 */
import { conv2dGradient } from '../../../layers/conv2d';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { asWritten, counted, flipped, type Reading, smallNumbers } from './arrays';

interface Gradients {
  readonly image: NdArray;
  readonly kernel: NdArray;
}

const asImages = ({ shape, data }: NdArray): NdArray => ndarray([1, shape[0]!, shape[1]!, 1], data);
const asKernel = ({ shape, data }: NdArray): NdArray => ndarray([shape[0]!, shape[1]!, 1, 1], data);

function gradients(upstream: NdArray, image: NdArray, kernel: NdArray): Gradients {
  const both = conv2dGradient(asImages(upstream), asImages(image), asKernel(kernel));
  return { image: ndarray(image.shape, both.images.data), kernel: ndarray(kernel.shape, both.kernel.data) };
}

/** Walks over all products as the right answer does, and lets a wrong one do something else with them. */
function walked(
  upstream: NdArray,
  image: NdArray,
  kernel: NdArray,
  visit: (gradients: Gradients, pixel: number, weight: number, out: number) => void,
  reading: Reading = asWritten,
): Gradients {
  const result = { image: ndarray(image.shape), kernel: ndarray(kernel.shape) };
  const [rows, columns] = kernel.shape as [number, number];
  const [mapRows, mapColumns] = upstream.shape as [number, number];
  for (let y = 0; y < mapRows; y++)
    for (let x = 0; x < mapColumns; x++)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) {
          const [row, column] = reading(i, j, rows, columns);
          const pixel = (y + i) * image.shape[1]! + x + j;
          visit(result, pixel, row * columns + column, y * mapColumns + x);
        }
  return result;
}

export const convolutionGradient: ExerciseDefinition<
  [upstream: NdArray, image: NdArray, kernel: NdArray],
  // Written out: a cell cannot name an interface of this file.
  { readonly image: NdArray; readonly kernel: NdArray }
> = {
  name: 'convolution/gradient',
  lesson: '06-convolution',
  parameters: ['upstream', 'image', 'kernel'],
  starter: (_upstream, image, kernel) => ({ image, kernel }),
  solution: gradients,
  solutionText: `function slideGradient(upstream: NdArray, image: NdArray, kernel: NdArray): { image: NdArray; kernel: NdArray } {
  const gradient = { image: ndarray(image.shape), kernel: ndarray(kernel.shape) };
  const [rows, columns] = kernel.shape;
  const [mapRows, mapColumns] = upstream.shape;
  for (let y = 0; y < mapRows; y++)
    for (let x = 0; x < mapColumns; x++)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) {
          const g = upstream.data[y * mapColumns + x];
          const pixel = (y + i) * image.shape[1] + x + j;
          const weight = i * columns + j;
          gradient.image.data[pixel] += g * kernel.data[weight];
          gradient.kernel.data[weight] += g * image.data[pixel];
        }
  return gradient;
}`,
  inputs: random => [
    [ndarray([1, 2], [1, 10]), ndarray([1, 3], [1, 2, 3]), ndarray([1, 2], [5, 7])],
    [counted(2, 2), counted(3, 3), ndarray([2, 2], [1, 10, 100, 1000])],
    [ndarray([1, 1], [2]), ndarray([2, 2], [3, 4, 5, 6]), ndarray([2, 2], [7, 8, 9, 1])],
    [smallNumbers(random, 3, 2), smallNumbers(random, 4, 4), smallNumbers(random, 2, 3)],
  ],
  hints: [
    'Walk over all products exactly as `slide` and `windowSum` do: four loops. Do not try to be clever about the borders.',
    'In each step you have one upstream number, one pixel and one weight. Which of them does the gradient of the pixel need, which that of the weight?',
    '`gradient.image.data[pixel] += g * kernel.data[weight]`, and for the kernel the other way round.',
  ],
  mistakes: [
    {
      is: 'the last place only',
      does: (upstream, image, kernel) =>
        walked(upstream, image, kernel, (result, pixel, weight, out) => {
          result.image.data[pixel] = upstream.data[out]! * kernel.data[weight]!;
          result.kernel.data[weight] = upstream.data[out]! * image.data[pixel]!;
        }),
      because:
        'You wrote `=` where a pixel or a weight takes part in several products. Each product adds its share: `+=`.',
    },
    {
      is: 'the two gradients with their factors mixed up',
      does: (upstream, image, kernel) =>
        walked(upstream, image, kernel, (result, pixel, weight, out) => {
          result.image.data[pixel]! += upstream.data[out]! * image.data[pixel]!;
          result.kernel.data[weight]! += upstream.data[out]! * kernel.data[weight]!;
        }),
      because:
        'The derivative of a product by one factor is the other one: a pixel hears of the weight it met.',
    },
    {
      is: 'the upstream gradient left out',
      does: (upstream, image, kernel) =>
        walked(upstream, image, kernel, (result, pixel, weight) => {
          result.image.data[pixel]! += kernel.data[weight]!;
          result.kernel.data[weight]! += image.data[pixel]!;
        }),
      because:
        'You found how the outputs change. How much the loss cares about each of them stands in `upstream`: multiply by it.',
    },
    {
      is: 'a kernel turned upside down and left to right',
      does: (upstream, image, kernel) =>
        walked(
          upstream,
          image,
          kernel,
          (result, pixel, weight, out) => {
            result.image.data[pixel]! += upstream.data[out]! * kernel.data[weight]!;
            result.kernel.data[weight]! += upstream.data[out]! * image.data[pixel]!;
          },
          flipped,
        ),
      because:
        'Books turn the kernel in the backward pass because they write it as a sliding of its own. If you walk over the products of the forward pass, nothing is turned.',
    },
    {
      is: 'means over the places instead of sums',
      does: (upstream, image, kernel) => {
        const { image: pixels, kernel: weights } = gradients(upstream, image, kernel);
        const places = upstream.data.length;
        return {
          image: pixels,
          kernel: ndarray(
            weights.shape,
            weights.data.map(value => value / places),
          ),
        };
      },
      because:
        'A weight that is used at many places changes the loss at many places. If the loss is a mean, its upstream gradient already says so.',
    },
    {
      is: 'the gradient of the picture in the shape of the map',
      does: (upstream, image, kernel) => ({
        image: upstream,
        kernel: gradients(upstream, image, kernel).kernel,
      }),
      because: 'Every pixel of the picture needs a gradient, so it has the shape of the picture.',
    },
  ],
  matters: 'This is the whole reason why a kernel can be learned: in lesson 08 a network is trained with it.',
};
