/**
 * Exercise 05: the loss of a network that knows nothing, predicted before it is measured.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

const CLASSES = 10;

export const crossEntropyStartingLoss: ExerciseDefinition<[], number> = {
  name: 'crossEntropy/startingLoss',
  lesson: '05-cross-entropy',
  parameters: [],
  starter: (): number => 0,
  solution: (): number => Math.log(CLASSES),
  solutionText: 'const startingLoss = Math.log(10);           // the surprise at one tenth',
  inputs: () => [[]],
  tolerance: 0.005, // 2.3 is right, too
  hints: [
    'All scores are about the same. What does softmax make of ten equal scores?',
    'The loss is the surprise −ln p at the probability that the correct digit gets, whichever digit it is.',
  ],
  mistakes: [
    {
      is: 'the probability, not the surprise',
      does: () => 1 / CLASSES,
      because: 'That much is given to the correct digit. How surprising is what had this probability?',
    },
    {
      is: 'a logarithm to base 10',
      does: () => Math.log10(CLASSES),
      because: 'We measure in nats, with the natural logarithm: `Math.log`.',
    },
    {
      is: 'a logarithm to base 2',
      does: () => Math.log2(CLASSES),
      because: 'That is the surprise in bits. In nats it is smaller: use `Math.log`.',
    },
    {
      is: 'the share of wrong answers',
      does: () => 1 - 1 / CLASSES,
      because: 'So often a guesser is wrong. The loss asks for something else: the surprise at the label.',
    },
    {
      is: 'the surprise at a wrong digit',
      does: () => -Math.log(1 - 1 / CLASSES),
      because: 'Only the probability of the digit on the label counts, and that is a small one.',
    },
    {
      is: 'nine classes',
      does: () => Math.log(CLASSES - 1),
      because: 'The correct digit is one of those that share the certainty. Count it, too.',
    },
    {
      is: 'two classes',
      does: () => Math.log(2),
      because:
        'That is the surprise at a coin: right or wrong, one half each. Ten digits share the certainty.',
    },
    {
      is: 'the sign',
      does: () => -Math.log(CLASSES),
      because: 'ln of a probability is negative. The surprise is minus that.',
    },
  ],
  matters: 'A first loss far from this number means a mistake in the scaling, the weights or the labels.',
};
