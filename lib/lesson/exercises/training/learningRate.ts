/**
 * Exercise 11: which learning rate a sweep with several seeds speaks for.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [rates: number[], losses: number[][]];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const finite = (values: readonly number[]): number[] => values.filter(Number.isFinite);

/** The rate for which `badness` is smallest; one that is no number counts as worst. */
function bestBy([rates, losses]: Args, badness: (ofRate: readonly number[]) => number): number {
  const each = losses.map(badness).map(value => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value));
  return rates[each.indexOf(Math.min(...each))]!;
}

export const trainingLearningRate: ExerciseDefinition<Args, number> = {
  name: 'training/learningRate',
  lesson: '11-training',
  parameters: ['rates', 'losses'],
  starter: (): number => 0,
  solution: (...args): number => bestBy(args, mean),
  solutionText: `function chooseRate(rates: number[], losses: number[][]): number {
  let [best, lowest] = [rates[0], Infinity];
  rates.forEach((rate, i) => {
    const mean = losses[i].reduce((sum, loss) => sum + loss, 0) / losses[i].length;
    if (mean < lowest) [best, lowest] = [rate, mean];   // never true of NaN
  });
  return best;
}`,
  inputs: random => {
    // The middle one is the best in the mean; the first has the best single seed; the last breaks down with one seed.
    const noise = () => random.uniform() / 100;
    const measured = [
      [0.1 + noise(), 0.6 + noise(), 0.5 + noise()],
      [0.2 + noise(), 0.22 + noise(), 0.24 + noise()],
      [0.11 + noise(), Number.NaN, 0.12 + noise()],
    ];
    return [
      [
        [0.001, 0.01],
        [
          [0.4, 0.6],
          [0.2, 0.4],
        ],
      ],
      [
        [0.001, 0.01],
        [
          [0.2, 0.3],
          [0.1, 0.7],
        ],
      ],
      [
        [0.001, 0.01, 0.1],
        [
          [0.5, 0.4],
          [0.2, 0.3],
          [0.1, Number.NaN],
        ],
      ],
      [
        [0.3, 0.001],
        [
          [Number.NaN, 0.1],
          [0.2, 0.3],
        ],
      ],
      [
        [0.001, 0.01],
        [[0.5], [0.3, 0.2, 0.4]],
      ],
      [[0.0003, 0.003, 0.03], measured],
    ];
  },
  hints: [
    '`losses[i]` are the validation losses of `rates[i]`, one for each seed. Make one number out of each list, then look for the smallest.',
    'A single good seed is luck: take the mean.',
    'A rate that broke down with one seed has `NaN` in its list, and so has its mean. `NaN < x` is false, `Math.min` with a NaN is NaN.',
  ],
  mistakes: [
    {
      is: 'the best single training',
      does: (...args) => bestBy(args, ofRate => Math.min(...finite(ofRate))),
      because: 'Whoever picks the best of many trainings picks luck. Compare the means over the seeds.',
    },
    {
      is: 'a breakdown overlooked',
      does: (...args) => bestBy(args, ofRate => mean(finite(ofRate))),
      because:
        'A rate with which one training in a few breaks down is no good rate. Leave it out altogether.',
    },
    {
      is: 'NaN among the candidates',
      does: (rates, losses) => {
        const means = losses.map(mean);
        return rates[means.indexOf(Math.min(...means))]!;
      },
      because:
        '`Math.min` of a list with NaN is NaN, and `indexOf` never finds that. Sort the breakdowns out first.',
    },
    {
      is: 'the highest loss',
      does: ([...rates], losses) => {
        const means = losses.map(mean).map(value => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value));
        return rates[means.indexOf(Math.max(...means))]!;
      },
      because: 'A loss says how wrong a network is. The lowest one wins.',
    },
    {
      is: 'its place, not the rate',
      does: (rates, losses) => rates.indexOf(bestBy([rates, losses], mean)),
      because: 'You found it. Answer with the rate that stands at this place.',
    },
    {
      is: 'its loss, not the rate',
      does: (rates, losses) => mean(losses[rates.indexOf(bestBy([rates, losses], mean))]!),
      because: 'You found it. Asked is the rate that reached this loss.',
    },
    {
      is: 'the sum in the place of the mean',
      does: (...args) => bestBy(args, sum),
      because:
        'A rate that was tried with more seeds has more losses to add up. Divide by how many there are.',
    },
    {
      is: 'only the first seed',
      does: (...args) => bestBy(args, ofRate => ofRate[0]!),
      because: 'One training says little. Use all seeds.',
    },
  ],
  matters:
    'So every choice is made in this course: on validation digits, over several seeds, and never on test digits.',
};
