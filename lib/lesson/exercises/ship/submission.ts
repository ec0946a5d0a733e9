/**
 * Exercise 15: the first line of a submission that is wrong.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

/** The lines of the file without their ends, and how many digits were to be answered. */
type Args = [lines: readonly string[], count: number];

const HEADER = 'ImageId,Label';

interface Rules {
  /** Whether the line of image `id` is as it must be. */
  readonly isRight: (line: string, id: number) => boolean;
  readonly first?: number;
}

const exact: Rules = { isRight: (line, id) => new RegExp(`^${id},[0-9]$`).test(line) };

/** The number of the first line that is wrong, counted from 1; the line after the last, if one is missing; else 0. */
function firstWrong(lines: readonly string[], count: number, { isRight, first = 1 }: Rules = exact): number {
  if (lines[0] !== HEADER) return 1;
  for (let id = first; id < first + count; id++) {
    const place = id - first + 1;
    if (lines[place] === undefined || !isRight(lines[place], id)) return place + 1;
  }
  return lines.length > count + 1 ? count + 2 : 0;
}

export const shipSubmission: ExerciseDefinition<Args, number> = {
  name: 'ship/submission',
  lesson: '15-ship-it',
  parameters: ['lines', 'count'],
  starter: (): number => -1,
  solution: (lines, count) => firstWrong(lines, count),
  solutionText: `function firstWrongLine(lines: readonly string[], count: number): number {
  if (lines[0] !== 'ImageId,Label') return 1;
  for (let id = 1; id <= count; id++)
    if (!new RegExp(\`^\${id},[0-9]$\`).test(lines[id] ?? '')) return id + 1;   // wrong, or missing
  return lines.length > count + 1 ? count + 2 : 0;                            // one too many
}`,
  inputs: random => [
    [[HEADER, '1,7', '2,0', '3,4'], 3],
    [[HEADER, '1,7', '2,10', '3,4'], 3],
    [['id,label', '1,7'], 1],
    [[HEADER, '0,7', '1,0'], 2],
    [[HEADER, '1,7', '3,0'], 2],
    [[HEADER, '1,7'], 2],
    [[HEADER, '1,7', '2,0'], 1],
    [[HEADER, '1,'], 1],
    [[HEADER, '1,7.0', '2,x'], 2],
    [[HEADER, '1,-7'], 1],
    [[HEADER, '1,7', '2,7,7'], 2],
    [[], 1],
    [[HEADER], 1],
    [damaged(random), 30],
  ],
  hints: [
    'Begin with the header, then walk through the ids from 1 to `count`. What exactly must `lines[id]` look like?',
    'The pattern `^12,[0-9]$` fits "12,7" and nothing else; `new RegExp(...)` makes one for each id. `lines[id] ?? ""` is empty where a line is missing.',
    '`lines[id]` is line id + 1 of the file. And what if there are more lines than digits?',
  ],
  mistakes: [
    {
      is: 'the place in the array instead of the line of the file',
      does: (lines, count) => firstWrong(lines, count) - 1,
      because: 'An editor calls the header line 1. And 0 must mean that nothing is wrong.',
    },
    {
      is: 'images counted from 0',
      does: (lines, count) =>
        firstWrong(lines, count, { isRight: (line, id) => new RegExp(`^${id},[0-9]$`).test(line), first: 0 }),
      because: 'Arrays begin at 0, but the first `ImageId` is 1.',
    },
    {
      is: 'the header not looked at',
      does: (lines, count) => firstWrong([HEADER, ...lines.slice(1)], count),
      because: 'A file with other columns is another file: line 1 must be `ImageId,Label`.',
    },
    {
      is: 'the ids not looked at',
      does: (lines, count) => firstWrong(lines, count, { isRight: line => /^\d+,[0-9]$/.test(line) }),
      because: 'An answer that stands at the wrong image is a wrong answer. Each line must carry its own id.',
    },
    {
      is: 'the labels not looked at',
      does: (lines, count) => firstWrong(lines, count, { isRight: (line, id) => line.startsWith(`${id},`) }),
      because: 'After the comma there must be one figure, 0 to 9, and nothing else.',
    },
    {
      is: '10 let through as a digit',
      does: (lines, count) =>
        firstWrong(lines, count, { isRight: (line, id) => new RegExp(`^${id},\\d+$`).test(line) }),
      because: 'There are ten digits, but the last of them is 9. One figure, not any number of them.',
    },
    {
      is: '`Number`, which is too kind to text',
      does: (lines, count) =>
        firstWrong(lines, count, {
          isRight: (line, id) => {
            const [found = '', label = ''] = line.split(',');
            return found === `${id}` && Number(label) >= 0 && Number(label) <= 9;
          },
        }),
      because: '`Number("")` is 0 and `Number("7.0")` is 7. Ask about the text, not about the number.',
    },
    {
      is: 'missing lines not noticed',
      does: (lines, count) =>
        firstWrong(lines, lines.length === 0 ? count : Math.min(count, lines.length - 1)),
      because: 'Each of the `count` images needs an answer. A file that is cut off is valid up to its end.',
    },
    {
      is: 'lines too many not noticed',
      does: (lines, count) => firstWrong(lines.slice(0, count + 1), count),
      because: 'More answers than images: whose are they? The first line too many is wrong.',
    },
    {
      is: 'the last wrong line, not the first',
      does: (lines, count) => {
        if (lines[0] !== HEADER || lines.length !== count + 1) return firstWrong(lines, count);
        for (let id = count; id >= 1; id--) if (!exact.isRight(lines[id]!, id)) return id + 1;
        return 0;
      },
      because: 'Whoever mends a file begins where it first goes wrong; the rest often follows from it.',
    },
  ],
  matters:
    'A broken file costs a submission of the day, or worse: it is accepted, and scores what the mistake is worth.',
};

/** A file in which one label and a later id are wrong. */
function damaged(random: { integer(limit: number): number }): readonly string[] {
  const rows = Array.from({ length: 30 }, (_, index) => `${index + 1},${random.integer(10)}`);
  const at = random.integer(20);
  rows[at] = `${at + 1},1${random.integer(10)}`;
  rows[at + 5] = `${at + 5},3`;
  return [HEADER, ...rows];
}
