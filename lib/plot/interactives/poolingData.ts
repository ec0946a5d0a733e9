/**
 * What the pooling stepper's page starts from.
 * Flow: poolingStepper → **PoolingData** as JSON → the page.
 */
import type { Padding } from '../../layers/slidingWindow';
import type { PlainArray } from './plainArray';

export type PoolingKind = 'max' | 'average';

export interface PoolingData {
  /** `[height, width]`. */
  readonly image: PlainArray;
  readonly kind: PoolingKind;
  readonly poolSize: number;
  readonly strides: number;
  readonly padding: Padding;
}
