/**
 * What one neuron says to some digits, as the library's layers calculate it.
 * Flow: bytes → ink → dense → sigmoid → **answers** → the neuron's page and picture.
 */
import { dense } from '../../layers/dense';
import { sigmoid } from '../../layers/sigmoid';
import { type NdArray, ndarray } from '../../types/ndarray';
import type { NeuronData } from './neuronData';

/** What the neuron thinks of one digit. */
export interface NeuronAnswer {
  /** z = Σ w·x + b. */
  readonly score: number;
  /** sigmoid(z): above ½ is a yes. */
  readonly answer: number;
}

/** Votes, weight × ink, of one digit: all of them, and what the two sides add up to. */
export interface Votes {
  readonly each: Float64Array;
  readonly inFavour: number;
  readonly against: number;
}

/** Ink from 0 to 1, `[digits, pixels]`. */
export function inkOf({ images, labels, height, width }: NeuronData): NdArray {
  return ndarray(
    [labels.length, height * width],
    Float64Array.from(images, pixel => pixel / 255),
  );
}

/** @param ink `[digits, pixels]`, with one weight for each pixel. */
export function neuronAnswers(
  ink: NdArray,
  weights: ArrayLike<number>,
  bias: number,
): readonly NeuronAnswer[] {
  const scores = dense(ink, ndarray([weights.length, 1], weights), ndarray([1], [bias]));
  const answers = sigmoid(scores).data;
  return Array.from(scores.data, (score, digit) => ({ score, answer: answers[digit]! }));
}

/** The terms of the sum behind one digit's score. */
export function votesOf(ink: NdArray, digit: number, weights: ArrayLike<number>): Votes {
  const start = digit * weights.length;
  const each = Float64Array.from(weights, (weight, pixel) => weight * ink.data[start + pixel]!);
  const side = (sign: 1 | -1) => each.reduce((sum, vote) => (sign * vote > 0 ? sum + vote : sum), 0);
  return { each, inFavour: side(1), against: side(-1) };
}
