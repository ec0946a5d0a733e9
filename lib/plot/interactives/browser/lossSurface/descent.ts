/**
 * Gradient descent as the reader drives it: the way so far, and what the last step did.
 * Flow: twoWeights → **descent** → explorer.
 */
import { lossAt, type Point, slopesAt, stepFrom, type TwoWeights } from '../../twoWeights';

export interface Descent {
  /** From the start, or where the reader put the point, to where it is. */
  readonly path: readonly Point[];
  /** The loss at each place of the path. */
  readonly losses: readonly number[];
  /** At the last place. */
  readonly slopes: Point;
}

export function startAt(model: TwoWeights, point: Point): Descent {
  return { path: [point], losses: [lossAt(model, point)], slopes: slopesAt(model, point) };
}

export function stepped(model: TwoWeights, { path, losses }: Descent, learningRate: number): Descent {
  const next = stepFrom(model, path.at(-1)!, learningRate);
  return {
    path: [...path, next],
    losses: [...losses, lossAt(model, next)],
    slopes: slopesAt(model, next),
  };
}

/** Hardly any slope is left: another step would not be seen. */
export function isFlat({ slopes }: Descent): boolean {
  return Math.hypot(...slopes) < 1e-4;
}
