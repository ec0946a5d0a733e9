/**
 * Exercise 14: from which confidence on answers may be kept.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [confidences: number[], right: boolean[], maxError: number];

interface Cut {
  readonly threshold: number;
  readonly kept: number;
  readonly errors: number;
}

/** What is kept at every confidence there is, surest first. */
function cuts(confidences: readonly number[], right: readonly boolean[]): Cut[] {
  return [...new Set(confidences)]
    .sort((a, b) => b - a)
    .map(threshold => {
      const kept = Array.from(confidences.keys()).filter(row => confidences[row]! >= threshold);
      return { threshold, kept: kept.length, errors: kept.filter(row => !right[row]).length };
    });
}

const lowest = (fitting: readonly Cut[]): number => fitting.at(-1)?.threshold ?? Number.POSITIVE_INFINITY;
const fits =
  (maxError: number) =>
  ({ errors, kept }: Cut): boolean =>
    errors / kept <= maxError;

/** Answers taken one by one, also where several are equally sure. */
function tornApart([confidences, right, maxError]: Args, { toTheEnd }: { toTheEnd: boolean }): number {
  const order = Array.from(confidences.keys()).sort((a, b) => confidences[b]! - confidences[a]!);
  let [errors, threshold] = [0, Number.POSITIVE_INFINITY];
  for (const [place, row] of order.entries()) {
    errors += Number(!right[row]);
    if (errors / (place + 1) <= maxError) threshold = confidences[row]!;
    else if (!toTheEnd) break;
  }
  return threshold;
}

export const insightThreshold: ExerciseDefinition<Args, number> = {
  name: 'insight/threshold',
  lesson: '14-what-it-sees',
  parameters: ['confidences', 'right', 'maxError'],
  starter: () => 0,
  solution: (confidences, right, maxError) => lowest(cuts(confidences, right).filter(fits(maxError))),
  solutionText: `function lowestThreshold(confidences: number[], right: boolean[], maxError: number): number {
  const order = [...confidences.keys()].sort((a, b) => confidences[b] - confidences[a]);    // surest first
  let [errors, threshold] = [0, Infinity];
  order.forEach((row, i) => {
    if (!right[row]) errors++;
    const last = confidences[order[i + 1]] !== confidences[row];      // of the equally sure ones
    if (last && errors / (i + 1) <= maxError) threshold = confidences[row];
  });
  return threshold;
}`,
  inputs: random => {
    const many = (count: number): [number[], boolean[]] => {
      const confidences = Array.from({ length: count }, () => (50 + random.integer(51)) / 100);
      return [confidences, confidences.map(confidence => random.uniform() < confidence)];
    };
    return [
      [[0.9, 0.5, 0.7], [true, false, true], 0],
      [[0.9, 0.8, 0.7, 0.6], [true, false, true, true], 0.25],
      [[0.9, 0.8, 0.8, 0.6], [true, true, false, false], 0],
      [[0.9, 0.8], [false, true], 0.1],
      [[0.99, 0.9, 0.8, 0.7, 0.6, 0.5], [true, true, true, false, false, false], 0.25],
      [...many(40), 0.1],
      [...many(100), 0.2],
    ];
  },
  hints: [
    'Sort the answers, surest first. Walk down, count the errors, and note the confidence wherever errors / kept is small enough.',
    'Do not stop at the first place where there are too many errors: right answers further down may bring the share back. The last place that fits wins.',
    'Answers that are equally sure are kept or refused together, so look only where the next confidence differs. And if nothing fits: `Infinity`.',
  ],
  mistakes: [
    {
      is: 'a stop at the first error too many',
      does: (confidences, right, maxError) => {
        const all = cuts(confidences, right);
        const end = all.findIndex(cut => !fits(maxError)(cut));
        return lowest(end < 0 ? all : all.slice(0, end));
      },
      because:
        'One early error among few answers is a large share; further down it may be a small one. Walk to the end and keep the last place that fits.',
    },
    {
      is: 'a stop at the first error too many, with equally sure answers torn apart',
      does: (...args) => tornApart(args, { toTheEnd: false }),
      because:
        'Two things: further down the share of errors may be small again, so walk to the end. And answers of the same confidence are kept or refused together.',
    },
    {
      is: 'errors counted among all answers',
      does: (confidences, right, maxError) =>
        lowest(cuts(confidences, right).filter(({ errors }) => errors / confidences.length <= maxError)),
      because: 'The promise is about the answers that are given. Divide by those that are kept.',
    },
    {
      is: 'equally sure answers torn apart',
      does: (...args) => tornApart(args, { toTheEnd: true }),
      because:
        'A threshold keeps all answers of the same confidence or none. Count all of them before you divide.',
    },
    {
      is: 'no error at all among the kept ones',
      does: (confidences, right) => lowest(cuts(confidences, right).filter(fits(0))),
      because: 'Some error is allowed: up to `maxError` of the kept answers may be wrong.',
    },
    {
      is: 'a threshold that refuses the least sure answer it should keep',
      does: (confidences, right, maxError) => {
        const all = cuts(confidences, right);
        const last = all.map(fits(maxError)).lastIndexOf(true);
        return last < 0 ? Number.POSITIVE_INFINITY : (all[last - 1]?.threshold ?? Number.POSITIVE_INFINITY);
      },
      because: 'An answer is kept if its confidence is *at least* the threshold.',
    },
    {
      is: 'the highest threshold that fits instead of the lowest',
      does: (confidences, right, maxError) =>
        cuts(confidences, right).find(fits(maxError))?.threshold ?? Number.POSITIVE_INFINITY,
      because:
        'It keeps the promise, and hardly answers anything. Wanted is the one that keeps the most answers.',
    },
    {
      is: '0 where no answer may be kept',
      does: (confidences, right, maxError) => {
        const threshold = lowest(cuts(confidences, right).filter(fits(maxError)));
        return threshold === Number.POSITIVE_INFINITY ? 0 : threshold;
      },
      because: 'A threshold of 0 keeps everything. If nothing fits, nothing may be kept: `Infinity`.',
    },
  ],
  matters:
    'A system that may say "I do not know" can be safer than any of its answers: the post office reads what is sure by machine, and the rest by eye.',
};
