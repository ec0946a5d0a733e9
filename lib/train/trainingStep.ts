/**
 * What fit asks of an engine: train on one batch after another.
 * Flow: chooseEngine → **TrainingStep** (eagerStep or sessionStep) → trainEpoch, once per batch.
 */
import type { Digits } from '../types/digits';

/** How steps are computed: by TensorFlow's Session from a recorded graph, or operation by operation. */
export type Engine = 'session' | 'eager';

/** One engine, holding one model's weights while it trains. */
export interface TrainingStep {
  readonly engine: Engine;
  /** Changes the weights by one step. @returns loss (nats) and the part classified right, from before the step. */
  run(batch: Digits): { loss: number; accuracy: number };
  /** Puts the weights reached so far into the model. */
  updateModel(): void;
  /** Frees what the engine holds; the model is left as it is. */
  dispose(): void;
}
