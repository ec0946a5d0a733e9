/**
 * Exercise 11: when to stop, and which epoch to keep.
 */
import { judgeEpochs } from '../../../train/earlyStopping';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [losses: number[], patience: number];
/** Epochs, counted from 1: the one to keep, and the last that was trained. */
type Answer = { best: number; last: number };

/** The first place of the smallest value, counted from 1. */
function placeOfSmallest(values: readonly number[]): number {
  return values.indexOf(Math.min(...values)) + 1;
}

/** Goes through the epochs as if they came one by one. */
function watched(
  losses: readonly number[],
  patience: number,
  isBetter: (loss: number, best: number) => boolean,
): Answer {
  let best = 0;
  for (const [index, loss] of losses.entries()) {
    if (index === 0 || isBetter(loss, losses[best]!)) best = index;
    if (index - best >= patience) return { best: best + 1, last: index + 1 };
  }
  return { best: best + 1, last: losses.length };
}

const isLower = (loss: number, best: number): boolean => loss < best;

function solve(...[losses, patience]: Args): Answer {
  const epochs = losses.map((validationLoss, index) => ({ epoch: index + 1, loss: 0, validationLoss }));
  const end = epochs.findIndex((_, index) => judgeEpochs(epochs.slice(0, index + 1), { patience }).stop);
  const trained = end < 0 ? epochs : epochs.slice(0, end + 1);
  return { best: judgeEpochs(trained, { patience }).best!, last: trained.length };
}

export const trainingEarlyStopping: ExerciseDefinition<Args, { best: number; last: number }> = {
  name: 'training/earlyStopping',
  lesson: '11-training',
  parameters: ['losses', 'patience'],
  starter: () => ({ best: 0, last: 0 }),
  solution: (...args): { best: number; last: number } => solve(...args),
  solutionText: `function watch(losses: number[], patience: number): { best: number; last: number } {
  let best = 0;                               // a place in the list, so counted from 0
  for (let epoch = 0; epoch < losses.length; epoch++) {
    if (losses[epoch] < losses[best]) best = epoch;
    if (epoch - best >= patience) return { best: best + 1, last: epoch + 1 };
  }
  return { best: best + 1, last: losses.length };
}`,
  inputs: random => [
    [[0.5, 0.3, 0.4, 0.5, 0.6], 2],
    [[0.5, 0.3, 0.4, 0.35, 0.45, 0.2], 3],
    [[0.9, 0.5, 0.6, 0.4, 0.5, 0.3], 2],
    [[0.9, 0.5, 0.3], 2],
    [[0.5, 0.3, 0.3, 0.3, 0.2], 2],
    [[0.7], 1],
    [[0.2, 0.4, 0.3, 0.25], 1],
    [Array.from({ length: 20 }, (_, epoch) => 1 / (1 + epoch) + epoch / 40 + random.uniform() / 2), 3],
  ],
  hints: [
    'Walk through the losses as the training does, one after the other, without looking ahead. What must you remember of the epochs that are over?',
    'Remember the place of the best one. Patience is at its end when the present epoch is `patience` places behind it.',
    'The list counts from 0, the epochs count from 1.',
  ],
  mistakes: [
    {
      is: 'patience with the epoch before, not with the best one',
      does: (losses, patience) => {
        let rises = 0;
        for (let i = 1; i < losses.length; i++) {
          rises = losses[i]! > losses[i - 1]! ? rises + 1 : 0;
          if (rises >= patience) return { best: placeOfSmallest(losses.slice(0, i + 1)), last: i + 1 };
        }
        return { best: placeOfSmallest(losses), last: losses.length };
      },
      because: 'A loss that goes up and down can stay above its best for ever. Compare with the best so far.',
    },
    {
      is: 'no patience',
      does: losses => {
        const rise = losses.findIndex((loss, i) => i > 0 && loss >= losses[i - 1]!);
        return rise < 0 ? { best: losses.length, last: losses.length } : { best: rise, last: rise + 1 };
      },
      because:
        'One bad epoch may be chance. Wait until there have been `patience` of them without a new best.',
    },
    {
      is: 'one epoch too many',
      does: (losses, patience) => watched(losses, patience + 1, isLower),
      because: 'When `patience` epochs have brought nothing, the training is over: no further one is tried.',
    },
    {
      is: 'knowing the future',
      does: (losses, patience) => ({ ...solve(losses, patience), best: placeOfSmallest(losses) }),
      because: 'You found a best epoch that was never trained: the training had stopped before it.',
    },
    {
      is: 'the last epoch kept',
      does: (losses, patience) => {
        const { last } = solve(losses, patience);
        return { best: last, last };
      },
      because: 'The last epochs are those that brought nothing. Keep the one they are compared with.',
    },
    {
      is: 'training on to the end',
      does: losses => ({ best: placeOfSmallest(losses), last: losses.length }),
      because: 'You keep the right epoch, but nobody has stopped.',
    },
    {
      is: 'a tie taken for progress',
      does: (losses, patience) => watched(losses, patience, (loss, best) => loss <= best),
      because: 'An equal loss is no better one. The first of them is kept, and patience runs on.',
    },
    {
      is: 'epochs counted from 0',
      does: (losses, patience) => {
        const { best, last } = solve(losses, patience);
        return { best: best - 1, last: last - 1 };
      },
      because: 'Places in a list count from 0, epochs from 1. The first epoch is epoch 1.',
    },
  ],
  matters:
    'It is the cheapest protection against learning by heart, and it saves the time of the epochs that are not trained.',
};
