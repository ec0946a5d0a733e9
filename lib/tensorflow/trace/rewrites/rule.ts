/**
 * What a rule of rewriting is.
 * Flow: recorded node → **Rule** → a better operation → rewrite.
 */
import type { Attributes } from '../attributes';
import type { RecordedNode, RecordedTensor } from '../recording';

/** What the graph gets for a recorded node; same outputs in the same order. */
export type Operation = Pick<RecordedNode, 'op'> & {
  readonly inputs: readonly RecordedTensor[];
  readonly attributes: Attributes;
};

/** Gives the better operation, or undefined where the rule does not apply. */
export type Rule = (node: RecordedNode) => Operation | undefined;
