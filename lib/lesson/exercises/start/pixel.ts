/**
 * Exercise 00: where a pixel stands in the one long array of all pictures.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

export const startPixel: ExerciseDefinition<[image: number, y: number, x: number], number> = {
  name: 'start/pixel',
  lesson: '00-start-here',
  parameters: ['image', 'y', 'x'],
  starter: (): number => 0,
  solution: (image: number, y: number, x: number): number => image * 784 + y * 28 + x,
  solutionText: `function pixelIndex(image: number, y: number, x: number): number {
  return image * 28 * 28 + y * 28 + x;
}`,
  inputs: random => [
    [0, 0, 5],
    [0, 3, 0],
    [2, 0, 0],
    [1, 27, 27],
    [random.integer(60_000), random.integer(28), random.integer(28)],
  ],
  hints: [
    'How many pixels come before the first pixel of picture 1? Before row 1 of picture 0?',
    'A picture takes 28 · 28 places, a row of it 28, a pixel one.',
  ],
  mistakes: [
    {
      is: 'rows and columns swapped',
      does: (image, y, x) => image * 784 + x * 28 + y,
      because:
        'Pixels are stored row by row: one step to the right is one place, one step down is a whole row.',
    },
    {
      is: 'pictures left out',
      does: (_image, y, x) => y * 28 + x,
      because: 'Every picture before this one takes 28 · 28 places.',
    },
    {
      is: 'a picture taken for a row',
      does: (image, y, x) => image * 28 + y * 28 + x,
      because: 'A picture has 28 rows of 28 pixels: it takes 784 places, not 28.',
    },
    {
      is: 'counting from 1',
      does: (image, y, x) => image * 784 + y * 28 + x + 1,
      because: 'Places are counted from 0, as in every array: the first pixel of the first picture is at 0.',
    },
    {
      is: 'counting pictures, rows and columns from 1',
      does: (image, y, x) => (image - 1) * 784 + (y - 1) * 28 + (x - 1),
      because: 'Picture 0, row 0, column 0 is the very first pixel. There is nothing to subtract.',
    },
    {
      is: 'the label counted as a pixel',
      does: (image, y, x) => image * 785 + y * 28 + x + 1,
      because:
        'A row of the file has 785 values, but the library has put the labels into an array of their own.',
    },
  ],
  matters: 'A convolution is little more than this sum, done very often: lesson 06 is built on it.',
};
