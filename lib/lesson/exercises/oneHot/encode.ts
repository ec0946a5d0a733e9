/**
 * Exercise 02: labels to one-hot rows, and a refusal of what is no label.
 */
import { oneHot } from '../../../encode/oneHot';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [labels: ArrayLike<number>, classes: number];

export const oneHotEncode: ExerciseDefinition<Args, NdArray> = {
  name: 'oneHot/encode',
  lesson: '02-one-hot',
  parameters: ['labels', 'classes'],
  starter: (labels, classes): NdArray => ndarray([labels.length, classes]),
  solution: oneHot,
  solutionText: `function encode(labels: ArrayLike<number>, classes: number): NdArray {
  const rows = ndarray([labels.length, classes]);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(\`labels[\${row}] must be an integer in [0, \${classes}), got \${label}\`);
    }
    rows.data[row * classes + label] = 1;
  }
  return rows;
}`,
  inputs: random => [
    [[2, 0], 3],
    [[1, 1, 0, 3], 5],
    [[0], 1],
    [[], 4],
    [Uint8Array.from({ length: 6 }, () => random.integer(8)), 10],
    [[3, 0], 3],
    [[0, 5], 4],
    [[1, -1], 3],
    [[0.5, 2], 3],
  ],
  hints: [
    '`ndarray([labels.length, classes])` is the right shape, full of zeros. Which place of `data` does row 1, column 0 have?',
    'Every row before takes `classes` places: the 1 of a row belongs to `row * classes + label`.',
    'What is no label must not be written anywhere. `if (…) throw new RangeError(…)`: below 0, `classes` or more, or not whole (`Number.isInteger`).',
  ],
  mistakes: [
    {
      is: 'a label too large that falls into the next row',
      does: (labels, classes) => write(labels, classes, (row, label) => row * classes + label),
      because:
        'The rows lie one behind the other, so column 3 of three columns is column 0 of the next row. Refuse such a label.',
    },
    {
      is: 'a row of zeros for what is no label',
      does: (labels, classes) =>
        write(labels, classes, (row, label) => (isLabel(label, classes) ? row * classes + label : -1)),
      because:
        'A row of zeros says that the picture is no digit at all. Nobody will find out: throw a `RangeError`.',
    },
    {
      is: 'a wrong label bent into the nearest one',
      does: (labels, classes) =>
        write(
          labels,
          classes,
          (row, label) => row * classes + Math.max(0, Math.min(classes - 1, Math.floor(label))),
        ),
      because:
        'That makes a right-looking row out of a wrong label. Refuse it, so that somebody mends the data.',
    },
    {
      is: 'only labels that are too large are refused',
      does: (labels, classes) => refuseWhere(labels, classes, label => label >= classes),
      because:
        'A label can also be negative or a fraction. A typed array ignores a write to such a place, and the row stays empty.',
    },
    {
      is: 'fractions let through',
      does: (labels, classes) => refuseWhere(labels, classes, label => label >= classes || label < 0),
      because:
        '0.5 lies between two columns. A typed array ignores a write to such a place, and the row stays empty.',
    },
    {
      is: 'counting classes from 1',
      does: (labels, classes) => {
        const { shape, data } = oneHot(labels, classes);
        return ndarray(
          shape,
          data.map((_, i) => (data[i + 1] === 1 && (i + 1) % classes > 0 ? 1 : 0)),
        );
      },
      because: 'Column 0 belongs to class 0. A label is already the number of its column.',
    },
    {
      is: 'rows and columns swapped',
      does: (labels, classes) => {
        const { data } = oneHot(labels, classes);
        const count = labels.length;
        return ndarray(
          [classes, count],
          data.map((_, i) => data[(i % count) * classes + Math.floor(i / count)]!),
        );
      },
      because: 'One row for each label, one column for each class: `[labels.length, classes]`.',
    },
    {
      is: 'columns in the order in which labels first appear',
      does: (labels, classes) => {
        oneHot(labels, classes);
        const seen = [...new Set(Array.from(labels))];
        return oneHot(
          Array.from(labels, label => seen.indexOf(label)),
          classes,
        );
      },
      because: 'Column 2 must mean class 2 in every batch, whichever label comes first.',
    },
    {
      is: 'as many columns as the labels need',
      does: (labels, classes) => {
        oneHot(labels, classes);
        return oneHot(labels, Math.max(0, ...Array.from(labels)) + 1);
      },
      because: 'A batch may happen to hold no 9. The width is `classes`, whatever the batch holds.',
    },
    {
      is: 'the label itself in its column',
      does: (labels, classes) => {
        const { shape, data } = oneHot(labels, classes);
        return ndarray(
          shape,
          data.map((one, i) => one * (i % classes)),
        );
      },
      because:
        'Then class 0 has an empty row and class 9 counts nine times as much. Each row has a single 1.',
    },
  ],
  matters: 'Every loss in this course compares a row of scores with such a row.',
};

function isLabel(label: number, classes: number): boolean {
  return Number.isInteger(label) && label >= 0 && label < classes;
}

function write(
  labels: ArrayLike<number>,
  classes: number,
  place: (row: number, label: number) => number,
): NdArray {
  const rows = ndarray([labels.length, classes]);
  for (let row = 0; row < labels.length; row++) {
    const at = place(row, labels[row]!);
    if (at in rows.data) rows.data[at] = 1; // a typed array ignores any other place
  }
  return rows;
}

function refuseWhere(
  labels: ArrayLike<number>,
  classes: number,
  isWrong: (label: number) => boolean,
): NdArray {
  if (Array.from(labels).some(isWrong)) throw new RangeError('no such class');
  return write(labels, classes, (row, label) => (isLabel(label, classes) ? row * classes + label : -1));
}
