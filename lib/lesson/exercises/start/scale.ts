/**
 * Exercise 00: pixels from 0–255 to 0–1.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

export const startScale: ExerciseDefinition<[pixels: Uint8Array], ArrayLike<number>> = {
  name: 'start/scale',
  lesson: '00-start-here',
  parameters: ['pixels'],
  starter: () => new Float64Array(0),
  solution: (pixels: Uint8Array): ArrayLike<number> => Float64Array.from(pixels, pixel => pixel / 255),
  solutionText: `function scale(pixels: Uint8Array): Float64Array {
  return Float64Array.from(pixels, pixel => pixel / 255);
}`,
  inputs: random => [
    [Uint8Array.of(0, 51, 255)],
    [Uint8Array.of(1, 127, 128, 254)],
    [Uint8Array.of(0, 0)],
    [Uint8Array.of(200, 100)],
    [Uint8Array.from({ length: 784 }, () => random.integer(256))],
    [new Uint8Array(0)],
  ],
  hints: [
    'Which pixel must become 1? Which one number takes it there?',
    'A `Uint8Array` holds whole numbers only. In what kind of array could 0.2 be kept?',
    '`Float64Array.from(pixels, pixel => …)` makes a new array, one number for each pixel.',
  ],
  mistakes: [
    {
      is: 'whole numbers only',
      does: pixels => pixels.map(pixel => pixel / 255),
      because:
        '`map` on a `Uint8Array` gives another `Uint8Array`, which cuts 0.2 down to 0. Make a `Float64Array`.',
    },
    {
      is: 'the input changed in place',
      does: pixels => {
        for (let i = 0; i < pixels.length; i++) pixels[i] = pixels[i]! / 255;
        return pixels;
      },
      because:
        'Whoever called you still needs the pixels, and a `Uint8Array` cannot hold 0.2. Return a new array.',
    },
    {
      is: 'dividing by 256',
      does: pixels => Float64Array.from(pixels, pixel => pixel / 256),
      because:
        'There are 256 values, but the largest is 255: it would become 0.996 and nothing would ever be 1.',
    },
    {
      is: 'dividing by the largest pixel of the picture',
      does: pixels => Float64Array.from(pixels, pixel => pixel / Math.max(...pixels)),
      because:
        'Every picture would be stretched differently, and an empty one is 0 / 0. Divide by the same number always.',
    },
    {
      is: 'amounts from −1 to 1',
      does: pixels => Float64Array.from(pixels, pixel => pixel / 127.5 - 1),
      because: 'Paper should be 0: no ink. Only divide, do not shift.',
    },
    {
      is: 'ink and paper swapped',
      does: pixels => Float64Array.from(pixels, pixel => 1 - pixel / 255),
      because: '0 is paper and stays 0; 255 is ink and becomes 1.',
    },
    {
      is: 'pixels that are not scaled at all',
      does: pixels => Float64Array.from(pixels),
      because: 'The type is right already. Now each number still has to become smaller.',
    },
  ],
  matters:
    'Without it, every sum in the first layer would be 255 times as large. Lesson 12 looks at what that does.',
};
