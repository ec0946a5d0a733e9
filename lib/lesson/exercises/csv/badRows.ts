/**
 * Exercise 01: the lines of a CSV that are no digits.
 */
import type { Random } from '../../../random/random';
import type { ExerciseDefinition } from '../../exerciseDefinition';

/** The rows of a file, as text, and how many values each must have; the header above them is line 1. */
type Args = [rows: readonly string[], values: number];

const WHOLE = /^\d{1,3}$/;

export const csvBadRows: ExerciseDefinition<Args, number[]> = {
  name: 'csv/badRows',
  lesson: '01-digits-from-csv',
  parameters: ['rows', 'values'],
  starter: (): number[] => [],
  solution: (rows, values): number[] => badLines(rows, values),
  solutionText: `function badLines(rows: readonly string[], values: number): number[] {
  const isGood = (row: string) => {
    const cells = row.split(',');
    const areWhole = cells.every(cell => /^\\d{1,3}$/.test(cell) && Number(cell) <= 255);
    return cells.length === values && areWhole && Number(cells[0]) <= 9;
  };
  return rows.flatMap((row, i) => (isGood(row) ? [] : [i + 2]));   // the header is line 1
}`,
  inputs: random => [
    [['7,0,255,31,0', '2,0,255,31', '1,0,9,80,4'], 5],
    [['7,0,255,31,0', '7,0,255,,0'], 5],
    [['3,0,256,31,0', '3,0,255,31,0', '3,0,300,31,0'], 5],
    [['10,0,255,31,0', '9,0,255,31,0'], 5],
    [['4,0,7.5,31,0', '4,0,-7,31,0', '4,0,75,31,0'], 5],
    [['4,0,75o,31,0', '4,0,ink,31,0', '0,0,0,0,0'], 5],
    [['5,1,2', '5,1,2,3,4', '5,,2'], 3],
    [damaged(random), 5],
  ],
  hints: [
    'Take one row and cut it at the commas. How many parts must there be? What may stand in the first one, and what in the others?',
    '`Number` is too kind to be a judge: `Number("")` is 0. The pattern `/^\\d{1,3}$/` fits one to three figures and nothing else.',
    'Row `rows[0]` is line 2 of the file: the header is line 1.',
  ],
  mistakes: [
    {
      is: 'lines counted from the first row',
      does: (rows, values) => badLines(rows, values).map(line => line - 1),
      because: 'An editor counts the header too: it is line 1, so the first row of numbers is line 2.',
    },
    {
      is: 'places in the array instead of lines of the file',
      does: (rows, values) => badLines(rows, values).map(line => line - 2),
      because: 'The array begins at 0, the file at line 1, and line 1 is the header.',
    },
    {
      is: 'the good lines',
      does: (rows, values) => {
        const bad = badLines(rows, values);
        return rows.map((_, i) => i + 2).filter(line => !bad.includes(line));
      },
      because: 'Those are the rows one could use. Asked for are the others.',
    },
    {
      is: 'only the number of values',
      does: (rows, values) => badLines(rows, values, { label: () => true, pixel: () => true }),
      because:
        'A row can have as many values as it should and nonsense in one of them. Look at each one too.',
    },
    {
      is: 'only the values, not how many there are',
      does: (rows, values) =>
        badLines(
          rows.map(row => row.split(',').concat(Array(values).fill('0')).slice(0, values).join(',')),
          values,
        ),
      because: 'Every value may be fine and one of them missing. Count them first.',
    },
    {
      is: 'an empty place taken for 0',
      does: (rows, values) =>
        badLines(rows, values, {
          label: cell => cell === '' || isLabel(cell),
          pixel: cell => cell === '' || isPixel(cell),
        }),
      because: 'Nothing is not the number 0, although `Number("")` says so. Somebody lost a pixel there.',
    },
    {
      is: 'the label judged like a pixel',
      does: (rows, values) => badLines(rows, values, { label: isPixel }),
      because: 'A pixel may be 10, a label may not: there are ten digits, 0 to 9.',
    },
    {
      is: '256 let through',
      does: (rows, values) =>
        badLines(rows, values, { pixel: cell => WHOLE.test(cell) && Number(cell) <= 256 }),
      because: 'A byte holds 256 different values, and the largest of them is 255.',
    },
    {
      is: 'pixels of any size let through',
      does: (rows, values) => badLines(rows, values, { pixel: cell => WHOLE.test(cell) }),
      because: 'A pixel above 255 does not fit into a byte: it would come back as another number.',
    },
    {
      is: 'fractions let through',
      does: (rows, values) =>
        badLines(rows, values, { pixel: cell => /^\d+(\.\d+)?$/.test(cell) && Number(cell) <= 255 }),
      because: 'A pixel is a whole number. A byte would keep 7 of 7.5, and nobody would be told.',
    },
    {
      is: '`parseInt`, which stops reading where the number stops',
      does: (rows, values) =>
        badLines(rows, values, {
          pixel: cell => Number.parseInt(cell, 10) >= 0 && Number.parseInt(cell, 10) <= 255,
        }),
      because: '`parseInt("75o")` is 75. Ask whether *all* of the text is a number.',
    },
    {
      is: 'only the size of the numbers',
      does: (rows, values) =>
        badLines(rows, values, {
          label: cell => Number(cell) >= 0 && Number(cell) <= 9,
          pixel: cell => Number(cell) >= 0 && Number(cell) <= 255,
        }),
      because: '7.5 lies between 0 and 255 as well, and so does `Number("")`, which is 0. Look at the text.',
    },
    {
      is: 'only what is not a number',
      does: (rows, values) =>
        badLines(rows, values, {
          label: cell => !Number.isNaN(Number(cell)),
          pixel: cell => !Number.isNaN(Number(cell)),
        }),
      because: 'A number can be wrong too: too large, negative, a fraction. And `Number("")` is 0, not NaN.',
    },
  ],
  matters:
    'A row that is read wrongly without a word is worse than a program that stops: nobody looks for it.',
};

type Rule = (cell: string) => boolean;

function isPixel(cell: string): boolean {
  return WHOLE.test(cell) && Number(cell) <= 255;
}

function isLabel(cell: string): boolean {
  return WHOLE.test(cell) && Number(cell) <= 9;
}

function badLines(
  rows: readonly string[],
  values: number,
  { label = isLabel, pixel = isPixel }: { label?: Rule; pixel?: Rule } = {},
): number[] {
  return rows.flatMap((row, i) => {
    const [first = '', ...others] = row.split(',');
    const isGood = others.length === values - 1 && label(first) && others.every(pixel);
    return isGood ? [] : [i + 2];
  });
}

/** Ten rows, about half of them with one fault. */
function damaged(random: Random): string[] {
  const faults = ['', '256', '300', '7.5', '-7', '75o', 'ink', '1,2'];
  return Array.from({ length: 10 }, () => {
    const cells = [random.integer(13), ...Array.from({ length: 4 }, () => random.integer(256))].map(String);
    if (random.integer(2) === 0) cells[2] = faults[random.integer(faults.length)]!;
    return cells.join(',');
  });
}
