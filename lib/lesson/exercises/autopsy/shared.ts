/**
 * Exercise 12: how many held-out pictures are among those to learn from?
 */
import type { Random } from '../../../random/random';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Picture = readonly number[];
type Args = [train: number[][], heldOut: number[][]];

const equal = (a: Picture, b: Picture): boolean =>
  a.length === b.length && a.every((pixel, i) => pixel === b[i]);
const ink = (picture: Picture): number => picture.reduce((sum, pixel) => sum + pixel, 0);
const count = <Item>(items: readonly Item[], counts: (item: Item, i: number) => boolean): number =>
  items.filter(counts).length;

function solve(...[train, heldOut]: Args): number {
  return count(heldOut, picture => train.some(other => equal(picture, other)));
}

function pictures(random: Random, howMany: number): number[][] {
  return Array.from({ length: howMany }, () => [random.integer(3), random.integer(3), random.integer(2)]);
}

export const autopsyShared: ExerciseDefinition<Args, number> = {
  name: 'autopsy/shared',
  lesson: '12-autopsy',
  parameters: ['train', 'heldOut'],
  starter: (): number => Number.NaN,
  solution: solve,
  solutionText: `function sharedCount(train: number[][], heldOut: number[][]): number {
  const known = new Set(train.map(picture => picture.join()));          // equal pictures give equal texts
  return heldOut.filter(picture => known.has(picture.join())).length;
}`,
  inputs: random => [
    [
      [
        [0, 9],
        [9, 9],
      ],
      [
        [9, 9],
        [0, 0],
      ],
    ],
    [[[0, 9]], [[9, 0]]],
    [
      [
        [1, 2],
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [
      [[1, 2]],
      [
        [1, 2],
        [1, 2],
        [0, 3],
      ],
    ],
    [
      [
        [1, 2],
        [3, 4],
      ],
      [],
    ],
    [[[11, 2]], [[1, 12]]],
    [pictures(random, 9), pictures(random, 12)],
  ],
  hints: [
    'In JavaScript, is `[1, 2] === [1, 2]`? Try it in a cell.',
    'Two pictures are equal if all their pixels are. Turn each picture into a text that says all of them: `picture.join()`.',
    'Put the texts of `train` into a `Set`. Then count the held-out pictures whose text it `has`.',
  ],
  mistakes: [
    {
      is: 'a comparison of the arrays themselves',
      does: (): number => 0,
      because:
        '`===`, `includes` and a `Set` of arrays ask whether it is the very same array in memory, not whether it holds the same pixels.',
    },
    {
      is: 'a comparison at the same row number only',
      does: (train, heldOut) =>
        count(heldOut, (picture, i) => train[i] !== undefined && equal(picture, train[i])),
      because: 'A picture that was copied into another row is the same picture.',
    },
    {
      is: 'every pair counted',
      does: (train, heldOut) =>
        heldOut.reduce((sum, picture) => sum + count(train, other => equal(picture, other)), 0),
      because: 'A held-out picture that stands in `train` twice is still one held-out picture.',
    },
    {
      is: 'the count taken on the other side',
      does: (train, heldOut) => count(train, picture => heldOut.some(other => equal(picture, other))),
      because: 'Asked is how many of the *held-out* pictures are worthless for a test.',
    },
    {
      is: 'a comparison of the ink',
      does: (train, heldOut) => {
        const known = new Set(train.map(ink));
        return count(heldOut, picture => known.has(ink(picture)));
      },
      because: 'Different pictures can have the same amount of ink. Compare all pixels, in their places.',
    },
    {
      is: 'equal held-out pictures counted once',
      does: (train, heldOut) =>
        count(
          heldOut,
          (picture, i) =>
            train.some(other => equal(picture, other)) &&
            !heldOut.slice(0, i).some(other => equal(picture, other)),
        ),
      because: 'Each held-out row is asked on its own, and each of them is known already.',
    },
    {
      is: 'pixels joined without anything between them',
      does: (train, heldOut) => {
        const known = new Set(train.map(picture => picture.join('')));
        return count(heldOut, picture => known.has(picture.join('')));
      },
      because: '`[11, 2]` and `[1, 12]` both become “112”. Keep the comma.',
    },
  ],
  matters:
    'Run it whenever somebody hands you two files and says that they are apart. Copies get into data sets in many ways.',
};
