/**
 * Exercise 15: where a digit goes in its 28 × 28 pixels.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

/** A digit that is 20 pixels large and cut out, `[rows, columns]`. */
type Args = [digit: NdArray];

const SIZE = 28;
const MIDDLE = 14;

/** Where its centre of mass is: row and column. */
function centreOfMass(
  { shape, data }: NdArray,
  massOf: (ink: number) => number = ink => ink,
): [number, number] {
  const columns = shape[1]!;
  let [mass, down, across] = [0, 0, 0];
  data.forEach((ink, at) => {
    mass += massOf(ink);
    down += massOf(ink) * Math.floor(at / columns);
    across += massOf(ink) * (at % columns);
  });
  return [down / mass, across / mass];
}

const inside = (start: number, length: number): number => Math.min(SIZE - length, Math.max(0, start));

/** The digit with its upper left corner there; what would lie outside is lost. */
function placed({ shape, data }: NdArray, top: number, left: number): NdArray {
  const columns = shape[1]!;
  const image = ndarray([SIZE, SIZE]);
  data.forEach((ink, at) => {
    const [row, column] = [top + Math.floor(at / columns), left + (at % columns)];
    if (row >= 0 && row < SIZE && column >= 0 && column < SIZE) image.data[row * SIZE + column] = ink;
  });
  return image;
}

type Places = (digit: NdArray) => readonly [top: number, left: number];

const byMass: Places = digit => {
  const [down, across] = centreOfMass(digit);
  return [
    inside(Math.round(MIDDLE - down), digit.shape[0]!),
    inside(Math.round(MIDDLE - across), digit.shape[1]!),
  ];
};

const at =
  (places: Places): ((digit: NdArray) => NdArray) =>
  digit =>
    placed(digit, ...places(digit));

export const shipCentre: ExerciseDefinition<Args, NdArray> = {
  name: 'ship/centre',
  lesson: '15-ship-it',
  parameters: ['digit'],
  starter: () => ndarray([SIZE, SIZE]),
  solution: at(byMass),
  solutionText: `function centred(digit: NdArray): NdArray {
  const [rows, columns] = digit.shape;
  let [mass, down, across] = [0, 0, 0];
  digit.data.forEach((ink, i) => {
    mass += ink;
    down += ink * Math.floor(i / columns);
    across += ink * (i % columns);
  });
  const top = Math.min(28 - rows, Math.max(0, Math.round(14 - down / mass)));
  const left = Math.min(28 - columns, Math.max(0, Math.round(14 - across / mass)));
  const image = ndarray([28, 28]);
  digit.data.forEach((ink, i) => {
    image.data[(top + Math.floor(i / columns)) * 28 + left + (i % columns)] = ink;
  });
  return image;
}`,
  inputs: random => [
    [ndarray([1, 2], [1, 2])],
    [ndarray([2, 3], [9, 1, 1, 1, 0, 0])],
    [digit(random, 20, 12, (row, _) => (row < 4 ? 1 : 0.2))], // a 7: its mass is above its middle
    [digit(random, 11, 20, (_, column) => (column > 14 ? 1 : 0.1))],
    [digit(random, 20, 5, row => (row === 0 ? 1 : 0))], // so high up that it would stick out below
    [digit(random, 20, 20, (row, column) => (row > 14 || column < 3 ? 1 : 0.05))],
  ],
  hints: [
    'The centre of mass is a mean of places, in which each pixel counts as much as it has ink. In which row is it, in which column?',
    'Sum up `ink`, `ink · row` and `ink · column`; divide. If the mean row is 6.3, the digit must begin 14 − 6.3 = 7.7 rows down.',
    'Round, and keep the digit inside: its first row is at least 0 and at most 28 − rows.',
  ],
  mistakes: [
    {
      is: 'the box in the middle, not the mass',
      does: at(({ shape }) => [Math.round((SIZE - shape[0]!) / 2), Math.round((SIZE - shape[1]!) / 2)]),
      because: 'A 7 has most of its ink at the top, so its box hangs lower than the middle. Weigh the ink.',
    },
    {
      is: 'every pixel with ink weighed alike',
      does: at(digit => {
        const [down, across] = centreOfMass(digit, ink => (ink > 0 ? 1 : 0));
        return [
          inside(Math.round(MIDDLE - down), digit.shape[0]!),
          inside(Math.round(MIDDLE - across), digit.shape[1]!),
        ];
      }),
      because: 'A faint pixel weighs less than a black one: multiply its place by its ink.',
    },
    {
      is: 'rows and columns swapped',
      does: at(digit => {
        const [down, across] = centreOfMass(digit);
        return [
          inside(Math.round(MIDDLE - across), digit.shape[0]!),
          inside(Math.round(MIDDLE - down), digit.shape[1]!),
        ];
      }),
      because: 'In `[rows, columns]` the row is `Math.floor(i / columns)` and the column `i % columns`.',
    },
    {
      is: 'the corner of the digit in the middle of the picture',
      does: at(({ shape }) => [inside(MIDDLE, shape[0]!), inside(MIDDLE, shape[1]!)]),
      because:
        'It is the centre that belongs there. The corner lies as far before it as the centre lies inside.',
    },
    {
      is: 'the digit left where its corner is, and only its mass measured from there',
      does: at(digit => {
        const [down, across] = centreOfMass(digit);
        return [inside(Math.round(down), digit.shape[0]!), inside(Math.round(across), digit.shape[1]!)];
      }),
      because:
        'The further down the mass lies within the digit, the further *up* the digit must go: 14 − mean.',
    },
    {
      is: 'pushed over the edge',
      does: at(digit => {
        const [down, across] = centreOfMass(digit);
        return [Math.round(MIDDLE - down), Math.round(MIDDLE - across)];
      }),
      because:
        'A digit with all its ink at one end would stick out at the other. Keep its first row at most at 28 − rows.',
    },
    {
      is: 'measured from the middle of the box of 20',
      does: at(digit => {
        const [down, across] = centreOfMass(digit);
        return [
          inside(Math.round(10 - down), digit.shape[0]!),
          inside(Math.round(10 - across), digit.shape[1]!),
        ];
      }),
      because: 'The digit is 20 pixels large, the picture 28. Its middle is pixel 14.',
    },
  ],
  matters:
    'It is what MNIST’s makers did in 1998. Whoever does anything else gives the network another world.',
};

/** Ink of about the strength that `strength` says, in 0.6 to 1 of it, so that no mean lies half way between pixels. */
function digit(
  random: { uniform(): number },
  rows: number,
  columns: number,
  strength: (row: number, column: number) => number,
): NdArray {
  const inks = Array.from(
    { length: rows * columns },
    (_, i) => (0.6 + 0.4 * random.uniform()) * strength(Math.floor(i / columns), i % columns),
  );
  return ndarray([rows, columns], inks);
}
