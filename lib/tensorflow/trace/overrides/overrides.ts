/**
 * What TensorFlow.js does differently while a step is recorded.
 * Flow: recordRun → **withOverrides** → gradients and layers that record TensorFlow's own operations.
 */
import { batchNormalizationOverride } from './batchNormalization';
import { dropoutOverride } from './dropout';
import { gatherOverride } from './gather';
import type { Override, OverrideContext } from './override';
import { reluGradientOverride } from './reluGradient';

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
