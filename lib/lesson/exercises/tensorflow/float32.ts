/**
 * Exercise 10: how far float32 can count.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

export const tensorflowFloat32: ExerciseDefinition<[], number> = {
  name: 'tensorflow/float32',
  lesson: '10-tensorflow',
  parameters: [],
  starter: (): number => 0,
  solution: (): number => 2 ** 24 + 1,
  solutionText: `const first = 2 ** 24 + 1;                    // 16 777 217: it would need a 25th bit`,
  inputs: () => [[]],
  hints: [
    '`Math.fround(n)` is what float32 makes of n. For which n is it something else?',
    'A loop finds it in the blink of an eye: `let n = 1; while (Math.fround(n) === n) n++;`',
  ],
  tolerance: 0, // Neighbours are different answers here.
  mistakes: [
    {
      is: 'the last number before the gap',
      does: () => 2 ** 24,
      because:
        'Up to this one every whole number can be held, this one included. Which is the first that cannot?',
    },
    {
      is: 'one bit too few',
      does: () => 2 ** 23 + 1,
      because:
        'Float32 stores 23 bits, but the leading 1 of a number is not stored, because it is always there: it has 24.',
    },
    {
      is: 'the limit of JavaScript’s own numbers',
      does: () => 2 ** 53 + 1,
      because: 'Those are float64, with 53 bits. Float32 has fewer.',
    },
    {
      is: 'the limit of int32',
      does: () => 2 ** 31,
      because: 'An int32 uses all its bits to count. Of the 32 of a float32, eight hold the exponent.',
    },
    {
      is: 'the largest float32',
      does: () => 3.4028234663852886e38,
      because:
        'So far it reaches, but with gaps: a float may be large, or exact to the last unit. Look for the first gap.',
    },
    {
      is: 'a number that float32 holds, counted in decimal digits',
      does: () => 1e7,
      because:
        'About seven decimal digits is right, but the limit lies at a power of two. Let the computer count.',
    },
  ],
  matters:
    'Whoever adds up ones in float32 stays at 16 777 216 for ever. Count in whole numbers, and take means of parts.',
};
