/**
 * What TensorFlow.js does differently while a step is recorded.
 * Flow: recordRun → **withOverrides** → gradients and layers that record TensorFlow's own operations.
 */
import type { tf } from '../../tf';
import type { NativeBackend } from '../binding';
import { batchNormalizationOverride } from './batchNormalization';
import { dropoutOverride } from './dropout';
import { gatherOverride } from './gather';
import { reluGradientOverride } from './reluGradient';

/** What an override may need to know of the step. */
export interface OverrideContext {
  readonly backend: NativeBackend;
  readonly seed: number;
  /** The number of the training step, a scalar int32; undefined in a function, which has none. */
  readonly step: tf.Tensor | undefined;
}

/** Changes something of TensorFlow.js and returns what changes it back. */
export type Override = (context: OverrideContext) => () => void;

const OVERRIDES: readonly Override[] = [
  reluGradientOverride,
  gatherOverride,
  dropoutOverride,
  batchNormalizationOverride,
];

/** Runs `body` with every override in place. */
export function withOverrides<T>(context: OverrideContext, body: () => T): T {
  const undo: (() => void)[] = [];
  try {
    for (const override of OVERRIDES) undo.push(override(context));
    return body();
  } finally {
    for (const change of undo.reverse()) change();
  }
}
