/**
 * Labels and logits of a few images, row by row, for the exercises' solutions and mistakes.
 */
import { oneHot } from '../../../encode/oneHot';
import type { Random } from '../../../random/random';
import { type NdArray, ndarray } from '../../../types/ndarray';

export type Args = [labels: NdArray, logits: NdArray];

/** One number for each image: what `lossOf` makes of its row of labels and its row of logits. */
export function lossesOf(
  [labels, logits]: Args,
  lossOf: (label: Float64Array, scores: Float64Array) => number,
): readonly number[] {
  const [batch, classes] = logits.shape as [number, number];
  return Array.from({ length: batch }, (_, row) => {
    const [start, end] = [row * classes, (row + 1) * classes];
    return lossOf(labels.data.subarray(start, end), logits.data.subarray(start, end));
  });
}

export function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

export function mean(values: readonly number[]): number {
  return total(values) / values.length;
}

/** ln Σ exp(score), with `shift` taken out of the sum: the same for every shift, until something overflows. */
export function shiftedLogSumExp(scores: Float64Array, shift: number): number {
  return shift + Math.log(total(scores.map(score => Math.exp(score - shift))));
}

/** The score of the class that the label names. */
export function scoreOfLabel(label: Float64Array, scores: Float64Array): number {
  return scores[label.indexOf(1)]!;
}

/** Two classes, the first of them right in every row. */
export function firstIsRight(...rows: readonly (readonly [right: number, wrong: number])[]): Args {
  return [oneHot(new Uint8Array(rows.length), 2), ndarray([rows.length, 2], rows.flat())];
}

export function randomBatch(random: Random, batch: number, classes: number): Args {
  const labels = Array.from({ length: batch }, () => random.integer(classes));
  const scores = Array.from({ length: batch * classes }, () => 2 * random.normal());
  return [oneHot(labels, classes), ndarray([batch, classes], scores)];
}
