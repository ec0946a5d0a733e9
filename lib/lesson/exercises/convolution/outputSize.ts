/**
 * Exercise 06: how many places a window finds.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [n: number, k: number, stride: number, padding: 'valid' | 'same'];

export const convolutionOutputSize: ExerciseDefinition<Args, number> = {
  name: 'convolution/outputSize',
  lesson: '06-convolution',
  parameters: ['n', 'k', 'stride', 'padding'],
  starter: (): number => 0,
  solution: (n, k, stride, padding) =>
    padding === 'same' ? Math.ceil(n / stride) : Math.floor((n - k) / stride) + 1,
  solutionText: `function outputSize(n: number, k: number, stride: number, padding: 'valid' | 'same'): number {
  if (padding === 'same') return Math.ceil(n / stride);
  return Math.floor((n - k) / stride) + 1;
}`,
  inputs: random => [
    [5, 3, 1, 'valid'],
    [28, 5, 1, 'same'],
    [28, 5, 2, 'valid'],
    [7, 2, 2, 'same'],
    [9, 4, 3, 'valid'],
    [10, 4, 3, 'same'],
    [5, 5, 2, 'valid'],
    [20 + random.integer(40), 1 + random.integer(7), 1 + random.integer(4), 'valid'],
    [20 + random.integer(40), 1 + random.integer(7), 1 + random.integer(4), 'same'],
  ],
  hints: [
    'Write the first pixel of each window on paper: 0, stride, 2 · stride, … Which is the last that still fits?',
    'For valid, the last window starts at n − k at most. How many whole strides lead there, and did you count the start?',
  ],
  mistakes: [
    {
      is: 'the first place not counted',
      does: (n, k, stride, padding) =>
        padding === 'same' ? Math.ceil(n / stride) : Math.floor((n - k) / stride),
      because:
        'A window that cannot move at all still stands in one place: for n = k the answer of valid is 1.',
    },
    {
      is: 'rounding up where the window no longer fits',
      does: (n, k, stride, padding) =>
        padding === 'same' ? Math.ceil(n / stride) : Math.ceil((n - k) / stride) + 1,
      because: 'With valid the window stays inside: half a step at the end leads to no further place.',
    },
    {
      is: 'a size with a fraction',
      does: (n, k, stride, padding) => (padding === 'same' ? n / stride : (n - k) / stride + 1),
      because: 'A window stands somewhere or it does not. Decide for each padding which way to round.',
    },
    {
      is: "'same' taken as the same size whatever the stride",
      does: (n, k, stride, padding) => (padding === 'same' ? n : Math.floor((n - k) / stride) + 1),
      because: 'The size stays the same for stride 1 only. A stride of 2 visits every other place.',
    },
    {
      is: 'rounding down for same',
      does: (n, k, stride, padding) =>
        padding === 'same' ? Math.floor(n / stride) : Math.floor((n - k) / stride) + 1,
      because: 'With same the frame of zeros makes room for the last, incomplete step too.',
    },
    {
      is: 'the kernel left out',
      does: (n, _k, stride, padding) =>
        padding === 'same' ? Math.ceil(n / stride) : Math.floor((n - 1) / stride) + 1,
      because: 'A wide kernel reaches the border earlier than a narrow one: n − k is how far it can move.',
    },
  ],
  matters:
    'Every error about shapes that you will ever meet is this sum, done by somebody who forgot a part of it.',
};
