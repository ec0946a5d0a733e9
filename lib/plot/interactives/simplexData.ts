/**
 * What the softmax triangle's page starts from.
 * Flow: softmaxSimplex → **SimplexData** as JSON → the page.
 */
import type { Triple } from './simplexGeometry';

export interface SimplexData {
  readonly logits: Triple;
  /** How far the scores can be dragged to either side. */
  readonly limit: number;
}

/** Room for the scores that are there, and for a clear winner at temperature 1. */
export function simplexLimit(logits: Triple): number {
  return Math.max(5, Math.ceil(Math.max(...logits.map(Math.abs))));
}
