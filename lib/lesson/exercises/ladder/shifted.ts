/**
 * Exercise 13: an augmenter that keeps the label.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Picture = number[][];
type Args = [image: Picture, right: number, down: number];

/** A picture of the same size, each pixel taken from where `from` says; 0 if that is nowhere. */
function taken(
  image: Picture,
  from: (row: number, column: number) => readonly [row: number, column: number],
): Picture {
  return image.map((line, row) =>
    line.map((_, column) => {
      const [sourceRow, sourceColumn] = from(row, column);
      return image[sourceRow]?.[sourceColumn] ?? 0;
    }),
  );
}

const modulo = (value: number, size: number): number => ((value % size) + size) % size;
const clamp = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));

export const ladderShifted: ExerciseDefinition<Args, Picture> = {
  name: 'ladder/shifted',
  lesson: '13-recipe-ladder',
  parameters: ['image', 'right', 'down'],
  starter: image => image,
  solution: (image, right, down) => taken(image, (row, column) => [row - down, column - right]),
  solutionText: `function shifted(image: number[][], right: number, down: number): number[][] {
  return image.map((line, row) => line.map((_, column) => image[row - down]?.[column - right] ?? 0));
}`,
  inputs: random => {
    const picture = (height: number, width: number): Picture =>
      Array.from({ length: height }, () => Array.from({ length: width }, () => 1 + random.integer(9)));
    return [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        1,
        0,
      ],
      [picture(3, 4), 0, 1],
      [picture(4, 3), -1, 2],
      [picture(5, 5), 2, -1],
      [picture(2, 3), 0, 0],
      [picture(2, 3), 5, 0],
    ];
  },
  hints: [
    'Think of the new picture: which pixel of the old one comes to `row`, `column`? One that lay `right` further left.',
    'Where that place is outside of the old picture, paper comes in: 0. `image[row]?.[column] ?? 0` gives it for places that are not there.',
  ],
  mistakes: [
    {
      is: 'ink that leaves on one side and comes back on the other',
      does: (image, right, down) =>
        taken(image, (row, column) => [
          modulo(row - down, image.length),
          modulo(column - right, image[0]!.length),
        ]),
      because:
        'A piece of a 7 at the wrong side makes something that nobody wrote. Outside of the picture is paper: 0.',
    },
    {
      is: 'the last line of pixels, drawn out to the border',
      does: (image, right, down) =>
        taken(image, (row, column) => [
          clamp(row - down, image.length),
          clamp(column - right, image[0]!.length),
        ]),
      because: 'A stroke that ends at the border would become a bar. What comes in from outside is paper: 0.',
    },
    {
      is: 'left and up in place of right and down',
      does: (image, right, down) => taken(image, (row, column) => [row + down, column + right]),
      because:
        'You looked to where the pixel goes, while filling the place where it arrives: the source lies on the other side.',
    },
    {
      is: 'right and down swapped',
      does: (image, right, down) => taken(image, (row, column) => [row - right, column - down]),
      because: 'The first index counts rows, from top to bottom: `down` belongs to it.',
    },
    {
      is: 'one long row of pixels',
      does: (image, right, down) => {
        const width = image[0]!.length;
        const pixels = image.flat();
        return image.map((line, row) =>
          line.map((_, column) => pixels[(row - down) * width + column - right] ?? 0),
        );
      },
      because:
        'What leaves a row on the right comes in again on the left of the next one. Check the column by itself.',
    },
    {
      is: 'the right picture, written over the one that was given',
      does: (image, right, down) => {
        const moved = taken(image, (row, column) => [row - down, column - right]);
        for (const [row, line] of moved.entries()) image[row] = line;
        return image;
      },
      because: 'The next epoch wants to move the original, and not what is left of it. Build a new picture.',
    },
  ],
  matters:
    'Every move that leaves the label as it is gives a network more writing than anybody has collected.',
};
