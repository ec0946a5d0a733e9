/**
 * Exercise 15: where a digit goes in its 28 × 28 pixels.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

/** A digit that is at most 20 pixels large and cut out, `[rows, columns]`. */
type Args = [digit: NdArray];
/** Row and column. */
type Pair = [number, number];

const SIZE = 28;
const MIDDLE = 14;

function centreOfMass({ shape, data }: NdArray, massOf: (ink: number) => number = ink => ink): Pair {
  const columns = shape[1]!;
  let [mass, down, across] = [0, 0, 0];
  data.forEach((ink, at) => {
    mass += massOf(ink);
    down += massOf(ink) * Math.floor(at / columns);
    across += massOf(ink) * (at % columns);
  });
  return [down / mass, across / mass];
}

/** The upper left corner that is wanted, as near as the digit stays inside. */
function inside({ shape }: NdArray, [top, left]: Pair): Pair {
  const near = (start: number, length: number): number => Math.min(SIZE - length, Math.max(0, start));
  return [near(top, shape[0]!), near(left, shape[1]!)];
}

function cornerFor([down, across]: Pair, middle: number = MIDDLE): Pair {
  return [Math.round(middle - down), Math.round(middle - across)];
}

export const shipCentre: ExerciseDefinition<Args, number[]> = {
  name: 'ship/centre',
  lesson: '15-ship-it',
  parameters: ['digit'],
  starter: () => [0, 0],
  solution: digit => inside(digit, cornerFor(centreOfMass(digit))),
  solutionText: `function cornerOf(digit: NdArray): number[] {
  const [rows, columns] = digit.shape;
  let [mass, down, across] = [0, 0, 0];
  digit.data.forEach((ink, i) => {
    mass += ink;
    down += ink * Math.floor(i / columns);
    across += ink * (i % columns);
  });
  const start = (mean: number, length: number) => Math.min(28 - length, Math.max(0, Math.round(14 - mean)));
  return [start(down / mass, rows), start(across / mass, columns)];
}`,
  inputs: random => [
    [ndarray([4, 2], [5, 5, 2, 1, 1, 0, 0, 1])], // its mass is above its middle, as in a 7
    [ndarray([2, 6], [9, 9, 1, 1, 1, 1, 8, 0, 0, 0, 0, 1])],
    [digit(random, 20, 12, row => (row < 4 ? 1 : 0.1))],
    [digit(random, 12, 20, (_, column) => (column > 14 ? 1 : 0.1))],
    [digit(random, 20, 6, row => (row === 0 ? 1 : 0))], // so high up that it would stick out below
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
      does: ({ shape }) => [(SIZE - shape[0]!) / 2, (SIZE - shape[1]!) / 2],
      because: 'A 7 has most of its ink at the top, so its box hangs lower than the middle. Weigh the ink.',
    },
    {
      is: 'every pixel with ink weighed alike',
      does: digit => inside(digit, cornerFor(centreOfMass(digit, ink => (ink > 0 ? 1 : 0)))),
      because: 'A faint pixel weighs less than a black one: multiply its place by its ink.',
    },
    {
      is: 'rows and columns swapped',
      does: digit => {
        const [down, across] = centreOfMass(digit);
        return inside(digit, cornerFor([across, down]));
      },
      because:
        'Row first. In `[rows, columns]` the row is `Math.floor(i / columns)`, the column `i % columns`.',
    },
    {
      is: 'the corner of the digit in the middle of the picture',
      does: digit => inside(digit, [MIDDLE, MIDDLE]),
      because:
        'It is the centre that belongs there. The corner lies as far before it as the centre lies inside.',
    },
    {
      is: 'the centre of mass itself',
      does: digit => centreOfMass(digit),
      because: 'That is where the mass is now. By how much must the digit move for it to come to 14, 14?',
    },
    {
      is: 'the wrong way',
      does: digit => inside(digit, cornerFor(centreOfMass(digit).map(mean => -mean) as Pair)),
      because: 'The further down the mass lies within the digit, the further *up* it must go: 14 − mean.',
    },
    {
      is: 'not rounded',
      does: digit => inside(digit, centreOfMass(digit).map(mean => MIDDLE - mean) as Pair),
      because: 'A digit begins at a whole pixel. The nearest one is `Math.round`.',
    },
    {
      is: 'always rounded down',
      does: digit => inside(digit, centreOfMass(digit).map(mean => Math.floor(MIDDLE - mean)) as Pair),
      because: 'Up to a whole pixel too far. `Math.round` errs by half a pixel at most.',
    },
    {
      is: 'pushed over the edge',
      does: digit => cornerFor(centreOfMass(digit)),
      because:
        'A digit with all its ink at one end would stick out at the other. It begins at 28 − rows at the latest.',
    },
    {
      is: 'measured from the middle of the box of 20',
      does: digit => inside(digit, cornerFor(centreOfMass(digit), 10)),
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
