/**
 * Of every answer: how sure it was, and whether it was right.
 * Flow: probabilities, labels → **surestAnswers** → calibration, riskCoverage.
 */
import { labelledRows } from './labelledRows';

/** One entry per row. */
export interface SurestAnswers {
  /** The highest probability of the row, in [0, 1]: how sure the network says it is. */
  readonly confidences: Float64Array;
  /** 1 where its class (the first one, when several are equally probable) is the label, else 0. */
  readonly right: Uint8Array;
}

/**
 * The surest class of every row, against its label.
 *
 * @throws RangeError if rows and labels do not fit, or naming the first probability outside [0, 1].
 */
export function surestAnswers(
  caller: string,
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
): SurestAnswers {
  const classes = labelledRows(caller, 'probabilities', probabilities, labels);
  const confidences = new Float64Array(labels.length);
  const right = new Uint8Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    let best = 0;
    for (let column = 0; column < classes; column++) {
      const probability = checked(caller, probabilities, row * classes + column);
      if (probability > probabilities[row * classes + best]!) best = column;
    }
    confidences[row] = probabilities[row * classes + best]!;
    right[row] = Number(best === labels[row]);
  }
  return { confidences, right };
}

function checked(caller: string, probabilities: ArrayLike<number>, index: number): number {
  const probability = probabilities[index]!;
  if (probability >= 0 && probability <= 1) return probability;
  throw new RangeError(`${caller}: probabilities[${index}] must be in [0, 1], got ${probability}`);
}
