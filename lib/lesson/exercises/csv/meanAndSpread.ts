/**
 * Exercise 01: mean and standard deviation of pixels.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type MeanAndSpread = { mean: number; standardDeviation: number };

const NOTHING: MeanAndSpread = { mean: 0, standardDeviation: 0 };

export const csvMeanAndSpread: ExerciseDefinition<
  [pixels: Uint8Array],
  { mean: number; standardDeviation: number }
> = {
  name: 'csv/meanAndSpread',
  lesson: '01-digits-from-csv',
  parameters: ['pixels'],
  starter: (): MeanAndSpread => NOTHING,
  solution: (pixels): MeanAndSpread => measure(inks(pixels)),
  solutionText: `function meanAndSpread(pixels: Uint8Array): { mean: number; standardDeviation: number } {
  const inks = Array.from(pixels, pixel => pixel / 255);
  const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = average(inks);
  return { mean, standardDeviation: Math.sqrt(average(inks.map(ink => (ink - mean) ** 2))) };
}`,
  inputs: random => [
    [Uint8Array.of(0, 255)],
    [Uint8Array.of(0, 0, 0, 255)],
    [Uint8Array.of(51, 102, 204)],
    [Uint8Array.of(255, 255)],
    [Uint8Array.from({ length: 784 }, () => random.integer(256))],
  ],
  hints: [
    'First turn the pixels into inks, 0 to 1. A `Uint8Array` cannot hold those: `Array.from(pixels, pixel => …)`.',
    'Two passes: the first finds the mean, the second averages `(ink - mean) ** 2`.',
    'The last step is a square root, so that the spread has the same unit as the ink.',
  ],
  mistakes: [
    {
      is: 'bytes instead of inks',
      does: pixels => measure(Array.from(pixels)),
      because: 'Both numbers are 255 times as large as they should be. Scale the pixels to [0, 1] first.',
    },
    {
      is: 'only the mean was scaled',
      does: pixels => ({
        ...measure(inks(pixels)),
        standardDeviation: measure(Array.from(pixels)).standardDeviation,
      }),
      because: 'The spread is still that of the bytes. Scale the pixels once, before anything else.',
    },
    {
      is: 'the square root forgotten',
      does: pixels => {
        const { mean, standardDeviation } = measure(inks(pixels));
        return { mean, standardDeviation: standardDeviation ** 2 };
      },
      because: 'That is the variance, the average *square*. Its root is the standard deviation.',
    },
    {
      is: 'divided by one less than there are',
      does: pixels => {
        const { mean, standardDeviation } = measure(inks(pixels));
        return {
          mean,
          standardDeviation: standardDeviation * Math.sqrt(pixels.length / (pixels.length - 1)),
        };
      },
      because:
        'That estimates the spread of a larger whole from a sample. Here we describe these pixels: divide by their number.',
    },
    {
      is: 'the average distance, not the root of the average square',
      does: pixels => {
        const { mean } = measure(inks(pixels));
        return { mean, standardDeviation: average(inks(pixels).map(ink => Math.abs(ink - mean))) };
      },
      because: 'You averaged the distances themselves. Square them, average, and take the root at the end.',
    },
    {
      is: 'squares of the inks, the mean not taken away',
      does: pixels => {
        const { mean } = measure(inks(pixels));
        return { mean, standardDeviation: Math.sqrt(average(inks(pixels).map(ink => ink ** 2))) };
      },
      because: 'Spread is distance from the mean: take the mean away before you square.',
    },
    {
      is: 'paper left out',
      does: pixels => measure(inks(pixels.filter(pixel => pixel > 0))),
      because: 'Only the pixels with ink were counted. Paper is part of the picture, and most of it.',
    },
    {
      is: 'whole numbers only',
      does: pixels => measure(Array.from(pixels.map(pixel => pixel / 255))),
      because: '`map` on a `Uint8Array` gives another `Uint8Array`, which cuts 0.2 down to 0.',
    },
  ],
  matters:
    'Two numbers, measured once on the training part, decide how every picture will be seen from now on.',
};

function measure(values: readonly number[]): MeanAndSpread {
  const mean = average(values);
  return { mean, standardDeviation: Math.sqrt(average(values.map(value => (value - mean) ** 2))) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inks(pixels: Uint8Array): number[] {
  return Array.from(pixels, pixel => pixel / 255);
}
