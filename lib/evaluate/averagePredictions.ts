/**
 * The mean of several answers to the same digits: what an ensemble says.
 * Flow: predict, several times → **averagePredictions** → ensemble, testTimeAugmentation, score.
 */
import { argMax } from '../encode/argMax';
import { logSumExp } from '../layers/logSumExp';
import type { Predictions } from '../model/predict';
import { ndarray } from '../types/ndarray';

/**
 * The mean of the probabilities, with its logarithm and its most probable class.
 *
 *     log p = logSumExp(log p₁, …, log pₙ) − log n
 *
 * The mean of probabilities, not of logits: every member's doubt counts, and one member cannot outvote the others by
 * shouting.
 *
 * @param answers at least one, all to the same digits in the same order.
 * @throws RangeError if there is none, they differ in size, or a log-probability is not finite.
 * @example averagePredictions([await predict(first, test), await predict(second, test)]).classes
 * @see Lakshminarayanan, Pritzel & Blundell, Simple and Scalable Predictive Uncertainty Estimation using Deep
 *   Ensembles (2017). Used in notebooks/13-recipe-ladder, by `ensemble`.
 */
export function averagePredictions(answers: readonly Predictions[]): Predictions {
  const [first] = answers;
  if (first === undefined)
    throw new RangeError('averagePredictions: answers must hold at least one, got none');
  const count = first.classes.length;
  const size = first.logProbabilities.length;
  const other = answers.findIndex(
    ({ classes, logProbabilities }) => classes.length !== count || logProbabilities.length !== size,
  );
  if (other >= 0) {
    const found = `${answers[other]!.classes.length} digits and ${answers[other]!.logProbabilities.length} numbers`;
    throw new RangeError(
      `averagePredictions: answers[${other}] must be ${count} digits and ${size} numbers as answers[0], got ${found}`,
    );
  }
  // One row per number, one column per answer: logSumExp adds up along the columns.
  const members = ndarray([size, answers.length]);
  for (const [member, { logProbabilities }] of answers.entries()) {
    for (const [index, value] of logProbabilities.entries()) {
      if (!Number.isFinite(value)) {
        const place = `answers[${member}].logProbabilities[${index}]`;
        throw new RangeError(`averagePredictions: ${place} must be finite, got ${value}`);
      }
      members.data[index * answers.length + member] = value;
    }
  }
  const mean = logSumExp(members).data.map(sum => sum - Math.log(answers.length));
  return {
    classes: Uint8Array.from(argMax(ndarray([count, size / count], mean))),
    probabilities: Float32Array.from(mean, Math.exp),
    logProbabilities: Float32Array.from(mean),
  };
}
