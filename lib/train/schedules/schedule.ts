/**
 * A learning rate that changes while a network learns.
 * Flow: constantRate, stepDecay, cosine, oneCycle, warmUp → **Schedule** → learningRates → fit, and its figure.
 */

/**
 * The learning rate of one step.
 *
 * @param step counted from 0.
 * @param steps of the whole training.
 */
export type Schedule = (step: number, steps: number) => number;

/**
 * The rate of every step of a training, ready to be drawn and to be trained with.
 *
 * @returns `steps` rates.
 * @throws RangeError naming the first step whose rate is below 0 or no number.
 * @example learningRates(cosine({ peak: 0.002 }), 3) // [0.002, 0.001, 0]
 * @see Used in notebooks/11-training, where `lineChart` draws them.
 */
export function learningRates(schedule: Schedule, steps: number): Float64Array {
  const rates = Float64Array.from({ length: steps }, (_, step) => schedule(step, steps));
  const wrong = rates.findIndex(rate => !(rate >= 0 && rate < Number.POSITIVE_INFINITY));
  if (wrong < 0) return rates;
  throw new RangeError(
    `learningRates: schedule must give a finite number ≥ 0, got ${rates[wrong]} at step ${wrong} of ${steps}`,
  );
}

/** How far a training has come at a step: 0 at the first, 1 at the last, and 0 when there is only one. */
export function progressAt(step: number, steps: number): number {
  return steps > 1 ? step / (steps - 1) : 0;
}
