/**
 * What can be chosen in the pooling stepper, and what lib's layers make of it.
 * Flow: settings → **pool** → view.
 */
import { averagePool2d, averagePool2dGradient } from '../../../../layers/averagePool2d';
import { maxPool2d, maxPool2dGradient } from '../../../../layers/maxPool2d';
import type { NdArray } from '../../../../types/ndarray';
import type { PoolingKind } from '../../poolingData';
import type { WindowMove } from '../window/windowControls';

export type Direction = 'forward' | 'backward';

export interface PoolingSettings extends WindowMove {
  readonly kind: PoolingKind;
  readonly poolSize: number;
  readonly direction: Direction;
}

/** @param image `[1, height, width, 1]`. */
export function pool(image: NdArray, { kind, ...options }: PoolingSettings): NdArray {
  return (kind === 'max' ? maxPool2d : averagePool2d)(image, options);
}

/** @param upstream in the output's shape. */
export function poolGradient(
  upstream: NdArray,
  image: NdArray,
  { kind, ...options }: PoolingSettings,
): NdArray {
  return (kind === 'max' ? maxPool2dGradient : averagePool2dGradient)(upstream, image, options);
}
