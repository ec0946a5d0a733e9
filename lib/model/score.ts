/**
 * How good a network's answers are, in two numbers.
 * Flow: predict, askModel → **score** → validation after an epoch, evaluate.
 */
import type { Digits } from '../types/digits';
import type { Predictions } from './predict';

/**
 * How good answers are.
 *
 * @returns `correct`, how many classes are right; `accuracy`, their part in [0, 1]; `loss`, the mean softmax
 *   cross-entropy in nats: −Σ log p(label) / count.
 * @see Used in notebooks/13-recipe-ladder.
 */
export function score(
  { classes, logProbabilities }: Pick<Predictions, 'logProbabilities'> & { classes: ArrayLike<number> },
  digits: Pick<Digits, 'labels' | 'classes' | 'count'>,
): { loss: number; accuracy: number; correct: number } {
  let correct = 0;
  let surprise = 0;
  for (const [row, label] of digits.labels.entries()) {
    if (classes[row] === label) correct++;
    surprise -= logProbabilities[row * digits.classes + label]!;
  }
  return { loss: surprise / digits.count, accuracy: correct / digits.count, correct };
}
