/**
 * Exercise 12: the training program of 2017, to be mended line by line.
 */
import {
  type OriginProgramFault,
  originProgram,
  originProgramFaults,
  type ProgramRun,
} from '../../../train/originProgram';
import type { ExerciseDefinition, Mistake } from '../../exerciseDefinition';

type Args = [count: number, heldOutFrom: number, batchSize: number, steps: number];
interface Program {
  training: { fetch: 'step' | 'accuracy'; from: number; to: number }[];
  test: { fetch: 'step' | 'accuracy'; from: number; to: number }[];
}

/** What each fault is called in a diagnosis, and what puts it right. */
const told: Readonly<Record<OriginProgramFault, readonly [is: string, because: string]>> = {
  growingPrefixes: [
    'batches that grow',
    'Every step starts at row 0 again, so it takes longer and longer and sees little that is new. Let the batch move on.',
  ],
  sharedRows: [
    'learning that goes into the held-out rows',
    'The rows to learn from end at `heldOutFrom`. Who learns from the others has nothing left to measure with.',
  ],
  asksAfterLearning: [
    'asking about a batch that was just learned',
    'Any network looks better on what it has seen a moment ago. Ask first, then learn.',
  ],
  learnsFromTest: [
    'a test loop that learns',
    'To fetch the training step is to train, whatever the loop is called. A test asks, and nothing else.',
  ],
  emptyBatches: [
    'a test loop that goes on when there is nothing left to ask',
    'An accuracy of 0 of 0 rows is NaN, and every mean that takes it in is NaN too. How many batches do the held-out rows fill?',
  ],
};

function faulty(
  [count, heldOutFrom, batchSize, steps]: Args,
  faults: readonly OriginProgramFault[],
): { training: ProgramRun[]; test: ProgramRun[] } {
  return originProgram({ count, heldOutFrom, batchSize, steps, faults });
}

/** Who has not touched the test loop still learns first there. */
function partlyMended(args: Args, faults: readonly OriginProgramFault[]): Program {
  const { training, test } = faulty(args, faults);
  if (!faults.includes('learnsFromTest')) return { training, test };
  return { training, test: faulty(args, [...faults, 'asksAfterLearning']).test };
}

/** Another training loop in the mended program: `rowsOf` says which rows step i is fed. */
function withRows(args: Args, rowsOf: (step: number) => { from: number; to: number }): Program {
  const training = Array.from({ length: args[3] }, (_, step) => rowsOf(step));
  return {
    training: training.flatMap(rows => [
      { fetch: 'accuracy' as const, ...rows },
      { fetch: 'step' as const, ...rows },
    ]),
    test: faulty(args, []).test,
  };
}

/** All choices of two to four of the five: what somebody has who is still at it. */
function stillIn(): OriginProgramFault[][] {
  const choices = Array.from({ length: 2 ** originProgramFaults.length }, (_, bits) =>
    originProgramFaults.filter((_, i) => bits & (1 << i)),
  );
  return choices
    .filter(({ length }) => length > 1 && length < originProgramFaults.length)
    .sort((a, b) => a.length - b.length);
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four'];

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join('; ')}; and ${names.at(-1)}`;
}

const single: Mistake<Args, Program>[] = originProgramFaults.map(fault => ({
  is: told[fault][0],
  does: (...args) => partlyMended(args, [fault]),
  because: told[fault][1],
}));

const several: Mistake<Args, Program>[] = stillIn().map(faults => ({
  is: `a program with ${NUMBERS[faults.length]} of its five faults left: ${listed(faults.map(fault => told[fault][0]))}`,
  does: (...args) => partlyMended(args, faults),
  because: 'What you have mended is mended. Take the others one at a time.',
}));

export const autopsyProgram: ExerciseDefinition<
  Args,
  // Written out: a cell cannot name an interface of this file.
  {
    training: { fetch: 'step' | 'accuracy'; from: number; to: number }[];
    test: { fetch: 'step' | 'accuracy'; from: number; to: number }[];
  }
> = {
  name: 'autopsy/program',
  lesson: '12-autopsy',
  parameters: ['count', 'heldOutFrom', 'batchSize', 'steps'],
  starter: (...args): Program => faulty(args, originProgramFaults),
  solution: (...args): Program => faulty(args, []),
  solutionText: `function program(count: number, heldOutFrom: number, batchSize: number, steps: number): { training: Run[]; test: Run[] } {
  const [training, test]: [Run[], Run[]] = [[], []];
  const batches = Math.ceil(heldOutFrom / batchSize);                   // of the rows to learn from
  for (let i = 0; i < steps; i++) {
    const from = batchSize * (i % batches);
    const rows = { from, to: Math.min(from + batchSize, heldOutFrom) };
    training.push({ fetch: 'accuracy', ...rows }, { fetch: 'step', ...rows });
  }
  for (let from = heldOutFrom; from < count; from += batchSize) {
    test.push({ fetch: 'accuracy', from, to: Math.min(from + batchSize, count) });
  }
  return { training, test };
}`,
  inputs: random => [
    [4, 2, 2, 1],
    [6, 4, 2, 3],
    [10, 6, 2, 4],
    [11, 7, 3, 5],
    [300, 200, 50, 6],
    [40 + random.integer(20), 20 + random.integer(20), 7, 12],
  ],
  hints: [
    'Five faults: two in the rows of the training loop, one in the order of its fetches, two in the test loop. Mend one, check, and read what is still left.',
    'A batch of the training loop starts at `batchSize * i`, until the rows to learn from are used up; then at 0 again. They fill `Math.ceil(heldOutFrom / batchSize)` batches; `%` counts round.',
    'The test loop starts at `heldOutFrom` and ends with `count`: `for (let from = heldOutFrom; from < count; from += batchSize)`. It pushes one run a batch.',
  ],
  mistakes: [
    ...single,
    {
      is: 'a test loop that asks, and then learns',
      does: (...args) => faulty(args, ['learnsFromTest']),
      because:
        'The first answer is honest, but the next batch meets other weights. A test asks, and nothing else.',
    },
    {
      is: 'a training loop that walks on into the held-out rows',
      does: (...args) => withRows(args, step => ({ from: args[2] * step, to: args[2] * (step + 1) })),
      because: 'After the last batch that may be learned from, begin again at row 0: `%` counts round.',
    },
    {
      is: 'a training loop that runs out of rows',
      does: (...args) =>
        withRows(args, step => ({
          from: Math.min(args[2] * step, args[1]),
          to: Math.min(args[2] * (step + 1), args[1]),
        })),
      because:
        'That ends in empty batches, as the test loop did. After the last batch, begin again at row 0.',
    },
    {
      is: 'counting the rows round, not the batches',
      does: (...args) =>
        withRows(args, step => {
          const from = (args[2] * step) % args[1];
          return { from, to: Math.min(from + args[2], args[1]) };
        }),
      because:
        'When the last batch is a short one, your next epoch begins in the middle of a batch. Start it at row 0: count the batches round.',
    },
    {
      is: 'the short batch at the end left out',
      does: (...args) => {
        const [, heldOutFrom, batchSize] = args;
        const whole = Math.max(1, Math.floor(heldOutFrom / batchSize));
        return withRows(args, step => {
          const from = batchSize * (step % whole);
          return { from, to: Math.min(from + batchSize, heldOutFrom) };
        });
      },
      because: 'The last rows would never be learned from. Round the number of batches up, not down.',
    },
    ...several,
  ],
  matters:
    'None of the five faults is in the network. Most of what goes wrong in training goes wrong in a few plain lines around it.',
};
