/**
 * The triangle of all answers to a question with three classes, and the way back from an answer to scores.
 * Flow: logits → softmax → **toPoint** → picture; the dragged point → **toProbabilities** → **scoresFor** → logits.
 */
import { softmax } from '../../layers/softmax';
import { ndarray } from '../../types/ndarray';

/** A number for each of the three classes. */
export type Triple = readonly [number, number, number];
export type Point = readonly [x: number, y: number];

/** The drawing's size, with room for the names of the corners. */
export const VIEW: { readonly width: number; readonly height: number } = { width: 300, height: 290 };
const SIDE = 240;
const TOP = 36;
const BOTTOM: number = TOP + (SIDE * Math.sqrt(3)) / 2;
const MIDDLE: number = VIEW.width / 2;

/** Where each class has all the probability: above, at the left, at the right. */
export const CORNERS: readonly [Point, Point, Point] = [
  [MIDDLE, TOP],
  [MIDDLE - SIDE / 2, BOTTOM],
  [MIDDLE + SIDE / 2, BOTTOM],
];

/** Smaller probabilities would ask for scores that lie too far apart. */
const SMALLEST = 1e-6;

/** softmax(logits / temperature), by the library's softmax. */
export function answerAt(logits: Triple, temperature: number): Triple {
  const row = ndarray(
    [1, 3],
    logits.map(score => score / temperature),
  );
  return triple(softmax(row).data);
}

/** The corners' mean, weighed by the probabilities. @example toPoint([1, 0, 0]) // CORNERS[0] */
export function toPoint(probabilities: Triple): Point {
  const along = (axis: 0 | 1) =>
    probabilities.reduce((sum, probability, index) => sum + probability * CORNERS[index]![axis], 0);
  return [along(0), along(1)];
}

/** The answer that a point of the plane stands for; a point beside the triangle stands for one on its edge. */
export function toProbabilities([x, y]: Point): Triple {
  const first = (BOTTOM - y) / (BOTTOM - TOP);
  const third = (x - CORNERS[1][0]) / SIDE - first / 2;
  const inside = [first, 1 - first - third, third].map(share => Math.max(share, 0));
  const sum = inside.reduce((total, share) => total + share, 0);
  return triple(inside.map(share => share / sum));
}

/**
 * Scores within ±`limit` whose answer at that temperature comes closest to the given one. Of the many that differ
 * by a shift those are taken whose mean is `mean`, as far as the limit allows.
 */
export function scoresFor(answer: Triple, temperature: number, mean: number, limit: number): Triple {
  const scores = answer.map(probability => temperature * Math.log(Math.max(probability, SMALLEST)));
  const largest = Math.max(...scores);
  const below = scores.map(score => Math.max(score - largest, -2 * limit)); // 0 for the winner
  const wanted = mean - below.reduce((sum, score) => sum + score, 0) / below.length;
  const shift = Math.min(Math.max(wanted, -limit - Math.min(...below)), limit);
  return triple(below.map(score => score + shift));
}

/** The first three numbers. */
export function triple(numbers: ArrayLike<number>): Triple {
  return [numbers[0]!, numbers[1]!, numbers[2]!];
}
