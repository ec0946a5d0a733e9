/**
 * What the loss surface explorer's page starts from.
 * Flow: lossSurfaceExplorer → **LossSurfaceData** as JSON → the page.
 */
import type { SurfaceAxis } from '../lossSurface';
import type { PlainArray } from './plainArray';
import type { Point, TwoWeights } from './twoWeights';

export interface LossSurfaceData {
  readonly model: TwoWeights<PlainArray>;
  readonly x: SurfaceAxis;
  readonly y: SurfaceAxis;
  readonly start: Point;
  readonly learningRate: number;
}
