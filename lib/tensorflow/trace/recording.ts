/**
 * What an eager run did: its operations in order, each with the values it took.
 * Flow: Recorder → **RecordedNode** → Emitter.
 */
import type { Attributes } from './attributes';
import type { Values } from './binding';
import type { Reference } from './graphBuilder';

/** One value of the run. */
export interface RecordedTensor {
  readonly node: RecordedNode;
  /** Which of the node's outputs it is. */
  readonly output: number;
  readonly shape: readonly number[];
  /** TensorFlow's number of the type. */
  readonly type: number;
}

/** An operation of the run. */
export interface RecordedNode {
  /** Its place in the run; two runs of the same code have the same operations at the same places. */
  readonly position: number;
  /** TensorFlow's name of the operation; `SOURCE` or `CONSTANT` where there is none. */
  readonly op: string;
  readonly inputs: readonly RecordedTensor[];
  readonly attributes: Attributes;
  readonly outputs: readonly RecordedTensor[];
  /** For `SOURCE`: where the graph has this value already, an input or a variable. */
  readonly source?: Reference;
  /** For `CONSTANT`: the numbers that JavaScript made. */
  readonly values?: Values;
}

export const SOURCE = 'source';
export const CONSTANT = 'constant';
