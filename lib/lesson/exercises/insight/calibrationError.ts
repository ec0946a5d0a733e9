/**
 * Exercise 14: the expected calibration error.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [confidences: number[], right: boolean[], bins: number];

interface Bin {
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
  readonly middle: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const gap = ({ accuracy, confidence }: Bin): number => Math.abs(accuracy - confidence);

/** The answers sorted into bins by `place`; empty bins are left out. */
function filledBins(
  [confidences, right, bins]: Args,
  place = (confidence: number): number => Math.ceil(confidence * bins) - 1,
): Bin[] {
  const rows = Array.from(confidences.keys());
  return Array.from({ length: bins + 1 }, (_, bin) => rows.filter(row => place(confidences[row]!) === bin))
    .map((members, bin) => ({
      count: members.length,
      confidence: mean(members.map(row => confidences[row]!)),
      accuracy: mean(members.map(row => Number(right[row]))),
      middle: (bin + 0.5) / bins,
    }))
    .filter(({ count }) => count > 0);
}

/** The mean over all answers of what `of` says about their bin. */
function overAnswers(bins: readonly Bin[], of: (bin: Bin) => number): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, bin) => sum + (bin.count / total) * of(bin), 0);
}

export const insightCalibrationError: ExerciseDefinition<Args, number> = {
  name: 'insight/calibrationError',
  lesson: '14-what-it-sees',
  parameters: ['confidences', 'right', 'bins'],
  starter: () => 0,
  solution: (...args) => overAnswers(filledBins(args), gap),
  solutionText: `function calibrationError(confidences: number[], right: boolean[], bins: number): number {
  let error = 0;
  for (let m = 0; m < bins; m++) {
    const rows = [...confidences.keys()].filter(i => confidences[i] > m / bins && confidences[i] <= (m + 1) / bins);
    const sure = rows.reduce((sum, i) => sum + confidences[i], 0);
    const correct = rows.filter(i => right[i]).length;
    error += Math.abs(correct - sure) / confidences.length;     // count / N · |correct / count − sure / count|
  }
  return error;
}`,
  inputs: random => {
    const many = (count: number): [number[], boolean[]] => {
      const confidences = Array.from({ length: count }, () => 0.1 + 0.9 * random.uniform());
      return [confidences, confidences.map(confidence => random.uniform() < confidence ** 2)];
    };
    return [
      [[0.75, 0.75], [true, false], 2],
      [[0.7, 0.9, 0.95, 0.3], [true, true, true, false], 2],
      [[0.9, 0.95, 1, 0.4], [true, true, false, true], 4],
      [[0.6, 0.65, 1], [false, false, true], 2],
      [...many(40), 5],
      [...many(60), 15],
    ];
  },
  hints: [
    'For each bin: which answers belong to it? A loop over the bins, and in it a filter on the confidences.',
    'A bin needs three numbers: how many answers, their mean confidence, and the share of them that is right. An empty bin adds nothing.',
    'The sum over the bins of count / N · |share right − mean confidence|, where N is the number of all answers.',
  ],
  mistakes: [
    {
      is: 'every bin counted the same',
      does: (...args) => mean(filledBins(args).map(gap)),
      because: 'A bin with three answers would weigh as much as one with three thousand. Weigh by count / N.',
    },
    {
      is: 'gaps that cancel each other',
      does: (...args) => overAnswers(filledBins(args), ({ accuracy, confidence }) => accuracy - confidence),
      because:
        'Too timid in one bin does not make up for too sure in another: take the absolute value in each bin.',
    },
    {
      is: 'all answers in one bin',
      does: (confidences, right) => Math.abs(mean(right.map(Number)) - mean(confidences)),
      because:
        'That compares two means only. A network can be too sure here and too timid there: look into each bin.',
    },
    {
      is: 'the middle of the bin in the place of the mean confidence',
      does: (...args) => overAnswers(filledBins(args), ({ accuracy, middle }) => Math.abs(accuracy - middle)),
      because: 'The answers of a bin need not lie around its middle. Take the mean of their confidences.',
    },
    {
      is: 'the largest gap instead of the mean one',
      does: (...args) => Math.max(...filledBins(args).map(gap)),
      because:
        'That is the maximum calibration error, which a bin with a handful of answers decides by chance.',
    },
    {
      is: 'a gap for every single answer',
      does: (confidences, right) => mean(confidences.map((p, row) => Math.abs(Number(right[row]) - p))),
      because:
        'A single answer is right or wrong, so someone who is honestly 60 % sure would be off by 0.4 or 0.6 each time. Compare within bins.',
    },
    {
      is: 'a bin of its own for certainty',
      does: (...args) =>
        overAnswers(
          filledBins(args, confidence => Math.floor(confidence * args[2])),
          gap,
        ),
      because:
        '`Math.floor(1 * bins)` is `bins`, one more than the last place. A bin holds its upper edge: (m / bins, (m + 1) / bins].',
    },
  ],
  matters:
    'A network that says how sure it is, and is honest about it, can share its work with people: they get what it cannot do.',
};
