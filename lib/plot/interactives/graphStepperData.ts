/**
 * What the graph stepper's page starts from.
 * Flow: graphStepper → **GraphStepperData** as JSON → the page.
 */
import type { GraphDrawing } from '../../graph/drawGraph';

/** One node's value or gradient appears. */
export interface GraphStep {
  /** The node's name. */
  readonly node: string;
  readonly shows: 'value' | 'gradient';
  /** What happens, in words. */
  readonly sentence: string;
}

/** One run of the session: what was fed and fetched, the drawing with all that it computed, and in which order. */
export interface GraphRun {
  readonly feed: string;
  readonly fetch: string;
  readonly drawing: GraphDrawing;
  readonly steps: readonly GraphStep[];
}

export interface GraphStepperData {
  /** Every feed with every fetch. */
  readonly runs: readonly GraphRun[];
}
