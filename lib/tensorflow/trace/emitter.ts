/**
 * Writes recorded operations into a graph, for batches of any size.
 * Flow: two recordings of one step → **Emitter** → GraphBuilder.
 *
 * A recording is exact for one batch size only: shapes are numbers in it. So a step is recorded with two sizes;
 * what is the same in both is the graph, and constants that differ are computed from the real batch.
 */
import { type Batch, batchConstant, type ConstantPair, isFixed } from './batchConstant';
import type { GraphBuilder, Reference } from './graphBuilder';
import { CONSTANT, type RecordedNode, type RecordedTensor, SOURCE } from './recording';
import { rewrite } from './rewrites/rewrite';
import { INT32 } from './types';

export class Emitter {
  private readonly written = new Map<RecordedNode, Reference>();

  /**
   * @param first the nodes of one run.
   * @param second the nodes of the other, at the same places; the same nodes if nothing depends on the batch.
   */
  constructor(
    private readonly caller: string,
    private readonly graph: GraphBuilder,
    private readonly batch: Batch,
    first: readonly RecordedNode[],
    private readonly second: readonly RecordedNode[],
  ) {
    if (first.length !== second.length) {
      throw new Error(`${caller}: the step must do the same operations for every batch size`);
    }
    for (const node of first) this.checkSame(node);
    // In order, so that no chain of operations is too long for the call stack.
    for (const node of first) if (node.op !== CONSTANT) this.write(node);
  }

  /** Where the graph has a value of the first run. */
  reference({ node, output }: RecordedTensor): Reference {
    const reference = this.written.get(node) ?? this.write(node);
    return output === 0 ? reference : `${reference}:${output}`;
  }

  private write(node: RecordedNode): Reference {
    const reference = this.emit(node);
    this.written.set(node, reference);
    return reference;
  }

  private emit(node: RecordedNode): Reference {
    if (node.op === SOURCE) return node.source!;
    if (node.op === CONSTANT) return this.constant(node);
    const { op, inputs, attributes } = rewrite(node);
    const references = inputs.map((input, index) =>
      op === 'Reshape' && index === 1 ? this.reshapeTarget(input) : this.reference(input),
    );
    return this.graph.add(op, references, attributes);
  }

  private constant(node: RecordedNode): Reference {
    const pair = this.pairOf(node);
    const [{ type, shape }] = pair;
    if (isFixed(pair)) return this.graph.constant(type, shape, node.values!);
    const reference = batchConstant(this.graph, this.batch, pair);
    if (reference !== undefined) return reference;
    throw new Error(
      `${this.caller}: the step makes numbers of shape [${shape.join(', ')}] in JavaScript that differ from run to ` +
        'run; for random numbers use statelessUniform, statelessNormal or statelessDropout',
    );
  }

  /** A target with one unknown size as −1: TensorFlow finds it by itself, and no node is needed. */
  private reshapeTarget(target: RecordedTensor): Reference {
    if (target.node.op !== CONSTANT) return this.reference(target);
    const values = target.node.values as Int32Array;
    const others = this.pairOf(target.node)[1].node.values as Int32Array;
    const unknown = [...values.keys()].filter(axis => values[axis] !== others[axis]);
    if (unknown.length !== 1) return this.reference(target);
    const open = values.slice();
    open[unknown[0]!] = -1;
    return this.graph.constant(INT32, target.shape, open);
  }

  private pairOf(node: RecordedNode): ConstantPair {
    return [node.outputs[0]!, this.second[node.position]!.outputs[0]!];
  }

  private checkSame(node: RecordedNode): void {
    const other = this.second[node.position]!;
    const sameInputs = node.inputs.every(
      (input, index) => input.node.position === other.inputs[index]?.node.position,
    );
    if (node.op !== other.op || !sameInputs) {
      throw new Error(`${this.caller}: the step must do the same operations for every batch size`);
    }
    for (const [name, value] of Object.entries(node.attributes)) {
      if (Buffer.compare(value, other.attributes[name]!) !== 0) {
        throw new Error(
          `${this.caller}: ${node.op} takes its ${name} from the batch size, which a graph cannot`,
        );
      }
    }
  }
}
