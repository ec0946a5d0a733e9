/**
 * What an override is.
 * Flow: the step that is recorded → **Override** → TensorFlow.js changed, and what changes it back.
 */
import type { tf } from '../../tf';
import type { NativeBackend } from '../binding';

/** What an override may need to know of the step. */
export interface OverrideContext {
  readonly backend: NativeBackend;
  readonly seed: number;
  /** The number of the training step, a scalar int32; undefined in a function, which has none. */
  readonly step: tf.Tensor | undefined;
}

/** Changes something of TensorFlow.js and returns what changes it back. */
export type Override = (context: OverrideContext) => () => void;
