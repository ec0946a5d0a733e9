/**
 * One number that makes an overconfident network honest, without changing a single answer.
 * Flow: logits of validation digits → **temperatureScale** → softmax(logits / temperature).
 */
import { checkFinite } from '../check/arrays';
import { oneHot } from '../encode/oneHot';
import { softmaxCrossEntropy, softmaxCrossEntropyGradient } from '../layers/softmaxCrossEntropy';
import { type NdArray, ndarray } from '../types/ndarray';
import { labelledRows } from './labelledRows';

/** What `temperatureScale` finds. */
export interface TemperatureScale {
  /** > 1 softens an overconfident network, < 1 sharpens a timid one. */
  readonly temperature: number;
  /** Mean cross-entropy at temperature 1, in nats. */
  readonly lossBefore: number;
  /** Mean cross-entropy at the temperature found, in nats; never higher. */
  readonly lossAfter: number;
}

/** Halvings of the interval: after so many its width is a millionth of a millionth of what it was. */
const HALVINGS = 40;

/**
 * The temperature with the lowest cross-entropy.
 *
 *     loss(s) = softmaxCrossEntropy(labels, s · logits),   s = 1 / temperature
 *     slope(s) = Σᵢⱼ gradientᵢⱼ · logitsᵢⱼ,   gradient = softmaxCrossEntropyGradient(labels, s · logits)
 *
 * The loss is convex in s, so its slope rises and crosses 0 once: halving an interval around that place finds it.
 * The highest logit stays the highest: accuracy does not change.
 *
 * @param logits row by row, finite. Log-probabilities, as `predict(…).logProbabilities`, give the same temperature.
 * @param labels true classes, one per row: of validation digits, not of those the result is measured on.
 * @throws RangeError if rows and labels do not fit, a logit is not finite, every label has the highest logit (the best
 *   temperature would be 0), or the logits are no better than chance (it would be infinite).
 * @example temperatureScale([0, 2 * Math.log(3), 0, 2 * Math.log(3), 0, 2 * Math.log(3), 0, 2 * Math.log(3)], [1, 1, 1, 0]).temperature
 * // 2, nearly: 90 % sure and right in 75 %
 * @see Guo, Pleiss, Sun & Weinberger, On Calibration of Modern Neural Networks (2017), §4.2.
 *   Used in notebooks/14-what-it-sees.
 */
export function temperatureScale(logits: ArrayLike<number>, labels: ArrayLike<number>): TemperatureScale {
  const classes = labelledRows('temperatureScale', 'logits', logits, labels);
  const scores = ndarray([labels.length, classes], Float64Array.from(logits));
  checkFinite('temperatureScale', 'logits', scores);
  const truth = oneHot(labels, classes);
  checkMinimum(scores, labels);
  const slope = (scale: number): number => {
    const gradient = softmaxCrossEntropyGradient(truth, scaled(scores, scale));
    return gradient.data.reduce((sum, part, index) => sum + part * scores.data[index]!, 0);
  };
  let [low, high] = [0, 1];
  while (slope(high) < 0) [low, high] = [high, 2 * high];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return {
    temperature: 1 / high,
    lossBefore: softmaxCrossEntropy(truth, scores),
    lossAfter: softmaxCrossEntropy(truth, scaled(scores, high)),
  };
}

function scaled({ shape, data }: NdArray, scale: number): NdArray {
  return ndarray(
    shape,
    data.map(score => score * scale),
  );
}

/** The slope is negative at s = 0, and becomes positive as s grows: otherwise there is no minimum in between. */
function checkMinimum({ shape, data }: NdArray, labels: ArrayLike<number>): void {
  const classes = shape[1]!;
  let [aboveMean, belowBest] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const scores = data.subarray(row * classes, (row + 1) * classes);
    const ofLabel = scores[labels[row]!]!;
    aboveMean += ofLabel - scores.reduce((sum, score) => sum + score, 0) / classes;
    belowBest += Math.max(...scores) - ofLabel;
  }
  if (belowBest === 0) {
    throw new RangeError(
      'temperatureScale: labels must differ from the best logit at least once, got no error',
    );
  }
  if (!(aboveMean > 0)) {
    throw new RangeError(
      'temperatureScale: logits must be better than chance, got labels that score no higher than the mean',
    );
  }
}
