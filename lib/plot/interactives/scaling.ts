/**
 * How pixels become a network's input.
 * Flow: standardize, or nothing → **scaling** → the pages that run a network.
 */
import { checkBetween } from '../../check/numbers';

/** As in training: (pixel / 255 − mean) / standardDeviation. */
export interface Scaling {
  readonly mean: number;
  /** > 0. */
  readonly standardDeviation: number;
}

/** To [0, 1]. */
export const PLAIN_SCALING: Scaling = { mean: 0, standardDeviation: 1 };

/** The two numbers alone, whatever else the object has. @throws RangeError if one is not finite, or the second not > 0. */
export function checkedScaling(caller: string, { mean, standardDeviation }: Scaling): Scaling {
  checkBetween(caller, 'scaling.mean', mean, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  checkBetween(caller, 'scaling.standardDeviation', standardDeviation, 0, Number.POSITIVE_INFINITY);
  return { mean, standardDeviation };
}

/** @param images bytes, 0 to 255. @returns as many numbers. */
export function scaled(images: Uint8Array, { mean, standardDeviation }: Scaling): Float64Array {
  return Float64Array.from(images, pixel => (pixel / 255 - mean) / standardDeviation);
}
