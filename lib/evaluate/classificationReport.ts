/**
 * Precision, recall and F1 of every class: what one accuracy hides.
 * Flow: confusionMatrix → **classificationReport**.
 */
import { checkConfusion } from './confusionArgument';

/** How well one class is found, or the mean over classes. */
export interface ClassScores {
  /** Of those taken for the class, the part that is of it, in [0, 1]. */
  readonly precision: number;
  /** Of those of the class, the part that was found, in [0, 1]. */
  readonly recall: number;
  /** Their harmonic mean, in [0, 1]: low as soon as one of them is. */
  readonly f1: number;
  /** How many there are of the class. */
  readonly support: number;
}

/** What `classificationReport` finds. */
export interface ClassificationReport {
  /** One per class. */
  readonly classes: readonly ClassScores[];
  /** Part classified right, in [0, 1]. */
  readonly accuracy: number;
  /** Every class counts the same. */
  readonly macro: ClassScores;
  /** Every class counts by its support; the recall is then the accuracy. */
  readonly weighted: ClassScores;
}

/**
 * Precision, recall and F1 of each class, with their means.
 *
 *     precision = right / predicted        recall = right / support        f1 = 2 · right / (predicted + support)
 *
 * Conventions are scikit-learn's with `zero_division=0`: what would divide by 0, such as the precision of a class
 * that was never predicted, is 0, and the class still counts in the macro means.
 *
 * @param confusion `[classes][classes]` counts: row = true class, column = predicted class.
 * @throws RangeError if `confusion` is not a square of counts, or counts nothing.
 * @example classificationReport([[1, 1], [0, 2]]).classes[0] // { precision: 1, recall: 0.5, f1: 0.6666666666666666, support: 2 }
 * @see Sokolova & Lapalme, A Systematic Analysis of Performance Measures for Classification Tasks (2009).
 */
export function classificationReport(confusion: readonly (readonly number[])[]): ClassificationReport {
  checkConfusion('classificationReport', confusion);
  const total = sum(confusion.map(sum));
  if (total === 0) throw new RangeError('classificationReport: confusion must count at least one, got 0');
  const rights = confusion.map((row, label) => row[label]!);
  const classes = confusion.map((row, label): ClassScores => {
    const right = rights[label]!;
    const support = sum(row);
    const predicted = sum(confusion.map(other => other[label]!));
    return {
      precision: part(right, predicted),
      recall: part(right, support),
      f1: part(2 * right, predicted + support),
      support,
    };
  });
  return {
    classes,
    accuracy: sum(rights) / total,
    macro: mean(classes, () => 1 / classes.length, total),
    weighted: mean(classes, ({ support }) => support / total, total),
  };
}

function mean(
  classes: readonly ClassScores[],
  weight: (scores: ClassScores) => number,
  support: number,
): ClassScores {
  const of = (name: 'precision' | 'recall' | 'f1'): number =>
    sum(classes.map(scores => weight(scores) * scores[name]));
  return { precision: of('precision'), recall: of('recall'), f1: of('f1'), support };
}

function part(count: number, of: number): number {
  return of === 0 ? 0 : count / of;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
