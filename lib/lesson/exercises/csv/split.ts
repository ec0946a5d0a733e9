/**
 * Exercise 01: a stratified split into two parts that share no row.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [labels: ArrayLike<number>, shuffled: readonly number[], share: number];

type Split = { train: number[]; validation: number[] };

export const csvSplit: ExerciseDefinition<Args, { train: number[]; validation: number[] }> = {
  name: 'csv/split',
  lesson: '01-digits-from-csv',
  parameters: ['labels', 'shuffled', 'share'],
  starter: (): Split => ({ train: [], validation: [] }),
  solution: (labels, shuffled, share): Split => hold(shuffled, row => labels[row]!, quotas(labels, share)),
  solutionText: `function split(labels: ArrayLike<number>, shuffled: readonly number[], share: number) {
  const open = new Array<number>(10).fill(0);
  for (const row of shuffled) open[labels[row]] += 1;
  for (const label of open.keys()) open[label] = Math.round(share * open[label]);
  const [train, validation]: [number[], number[]] = [[], []];
  for (const row of shuffled) (open[labels[row]]-- > 0 ? validation : train).push(row);
  return { train, validation };
}`,
  inputs: random => {
    const labels = Uint8Array.from({ length: 60 }, () => Math.min(random.integer(12), 9));
    return [
      [[7, 7, 3, 3], [2, 1, 3, 0], 0.5],
      [[0, 0, 0, 0, 0, 0, 1, 1], [6, 3, 7, 0, 5, 1, 4, 2], 0.5],
      [[4, 4, 4, 4, 4, 4, 4, 8, 8], [8, 1, 0, 7, 3, 2, 6, 5, 4], 0.25],
      [labels, random.shuffle(Array.from(labels.keys())), 0.3],
    ];
  },
  hints: [
    'How many rows of each class must be held out? Count the classes first, then multiply and round.',
    'Walk through `shuffled` once. For each row ask: does its class still have an open place in `validation`?',
    'Keep the open places in an array: `open[label]`. Each row that goes to `validation` takes one away; all others go to `train`.',
  ],
  mistakes: [
    {
      is: 'a split that does not look at the labels',
      does: (_labels, shuffled, share) => {
        const held = Math.round(share * shuffled.length);
        return { train: shuffled.slice(held), validation: shuffled.slice(0, held) };
      },
      because: 'The total is right, the classes are not: each class must give its own share.',
    },
    {
      is: 'a leak: the rows held out are still in the training part',
      does: (labels, shuffled, share) => ({
        train: [...shuffled],
        validation: hold(shuffled, row => labels[row]!, quotas(labels, share)).validation,
      }),
      because:
        'A row belongs to one part only. On rows that it was trained on, a program that knows them by heart looks perfect.',
    },
    {
      is: 'all rows in the training part, and a held-out part that does not look at the labels',
      does: (_labels, shuffled, share) => ({
        train: [...shuffled],
        validation: shuffled.slice(0, Math.round(share * shuffled.length)),
      }),
      because: 'Two things: a row belongs to one part only, and each class must give its own share.',
    },
    {
      is: 'the two parts swapped',
      does: (labels, shuffled, share) => {
        const { train, validation } = hold(shuffled, row => labels[row]!, quotas(labels, share));
        return { train: validation, validation: train };
      },
      because: '`share` is the part to hold out, for validation.',
    },
    {
      is: 'the order of the file',
      does: (labels, shuffled, share) =>
        hold(
          [...shuffled].sort((one, other) => one - other),
          row => labels[row]!,
          quotas(labels, share),
        ),
      because:
        'You took the first rows of each class as the file has them. Files are often sorted, by writer or by day; go through `shuffled`.',
    },
    {
      is: 'the place in `shuffled` taken for the row',
      does: (labels, shuffled, share) => {
        const open = quotas(labels, share);
        const split: Split = { train: [], validation: [] };
        shuffled.forEach((row, place) => {
          split[open[labels[place]!]!-- > 0 ? 'validation' : 'train'].push(row);
        });
        return split;
      },
      because: 'You looked up `labels[place]`. The row is what stands there: `labels[shuffled[place]]`.',
    },
    {
      is: 'the right rows, grouped by class',
      does: (labels, shuffled, share) => {
        const byLabel = [...shuffled].sort((one, other) => labels[one]! - labels[other]!);
        return hold(byLabel, row => labels[row]!, quotas(labels, share));
      },
      because:
        'The parts are right, their order is not: in training all 0s would come first. Keep the order of `shuffled`.',
    },
    {
      is: 'equally many of each class',
      does: (labels, shuffled, share) => {
        const classes = new Set(Array.from(labels)).size;
        const each = Math.round((share * shuffled.length) / classes);
        return hold(shuffled, row => labels[row]!, new Array<number>(10).fill(each));
      },
      because: 'Each class gives the same *share*, not the same number: a frequent digit gives more.',
    },
    {
      is: 'rounded down',
      does: (labels, shuffled, share) =>
        hold(
          shuffled,
          row => labels[row]!,
          counts(labels).map(count => Math.floor(share * count)),
        ),
      because: 'Round to the nearest: cut off, small classes give too few rows, or none.',
    },
  ],
  matters: 'Every number you will report from now on is measured on rows held out like this.',
};

function hold(rows: readonly number[], labelOf: (row: number) => number, quota: readonly number[]): Split {
  const open = [...quota];
  const split: Split = { train: [], validation: [] };
  for (const row of rows) split[open[labelOf(row)]!-- > 0 ? 'validation' : 'train'].push(row);
  return split;
}

function quotas(labels: ArrayLike<number>, share: number): number[] {
  return counts(labels).map(count => Math.round(share * count));
}

function counts(labels: ArrayLike<number>): number[] {
  const counted = new Array<number>(10).fill(0);
  for (const label of Array.from(labels)) counted[label]! += 1;
  return counted;
}
