/**
 * Exercise 12: six patients, one fault each, to be told by their vital signs.
 */
import type { ExerciseDefinition, Mistake } from '../../exerciseDefinition';

type Fault =
  | 'sigmoidLogits'
  | 'rawPixels'
  | 'growingPrefixes'
  | 'sharedRows'
  | 'learnsFromTest'
  | 'emptyBatches';

/** By what each of them gives itself away. */
const signs: Readonly<Record<Fault, string>> = {
  sigmoidLogits: 'the loss stays high, though most answers are right',
  rawPixels: 'the loss starts far above what guessing costs',
  growingPrefixes: 'the batches do not stay as large as they were',
  sharedRows: 'rows that are asked in the test were among those to learn from',
  learnsFromTest: 'the weights after the test are not those before it',
  emptyBatches: 'something was divided by nothing',
};

/** As createRandom(12) shuffles the six of the lesson; test/lesson/autopsy.test.ts compares. */
const solved: readonly Fault[] = [
  'learnsFromTest',
  'rawPixels',
  'emptyBatches',
  'sigmoidLogits',
  'sharedRows',
  'growingPrefixes',
];
const letters = 'ABCDEF';

/** The right answer with two of the patients taken for each other. */
const swapped: Mistake<[], Fault[]>[] = solved.flatMap((first, i) =>
  solved.slice(i + 1).map((second, gap) => {
    const j = i + 1 + gap;
    return {
      is: `${letters[i]} and ${letters[j]} taken for each other`,
      does: (): Fault[] => solved.map((fault, at) => (at === i ? second : at === j ? first : fault)),
      because: `With \`${first}\`, ${signs[first]}. With \`${second}\`, ${signs[second]}.`,
    };
  }),
);

export const autopsyLineUp: ExerciseDefinition<
  [],
  // Written out: a cell cannot name a type of this file, and shall check the spelling.
  ('sigmoidLogits' | 'rawPixels' | 'growingPrefixes' | 'sharedRows' | 'learnsFromTest' | 'emptyBatches')[]
> = {
  name: 'autopsy/lineUp',
  lesson: '12-autopsy',
  parameters: [],
  starter: (): Fault[] => [],
  solution: (): Fault[] => [...solved],
  solutionText: `const diagnoses: Fault[] = [
  '${solved.slice(0, 3).join("', '")}',
  '${solved.slice(3).join("', '")}',
];`,
  inputs: () => [[]],
  hints: [
    'In each column one patient stands out. Begin with those that you can name at a glance: a NaN, a loss that starts in the hundreds.',
    'The remaining four: whose batches grew? Whose weights moved during the test? Who has learned from digits that are asked in it?',
    'One is left, with no sign but a loss that does not fall as far as the others. In which lesson was it said how far it can fall?',
  ],
  mistakes: [
    ...swapped,
    {
      is: 'the order of the list, not of the patients',
      does: (): Fault[] => [
        'sigmoidLogits',
        'rawPixels',
        'growingPrefixes',
        'sharedRows',
        'learnsFromTest',
        'emptyBatches',
      ],
      because: 'The first name belongs to patient A. Read the table row by row.',
    },
    {
      is: 'one fault suspected everywhere',
      does: (): Fault[] => solved.map(() => 'sigmoidLogits'),
      because: 'Each of the six has another one.',
    },
  ],
  matters:
    'Six faults, six signs, and not one of them had to be looked for in the code. Print the signs in every training, and you will not have to.',
};
