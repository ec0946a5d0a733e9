/**
 * A TensorFlow graph in the making: the blueprint, which computes nothing.
 * Flow: recorded operations, optimiser, variables → **GraphBuilder** → Session.
 * @see tensorflow/core/framework/graph.proto, node_def.proto. notebooks/10-tensorflow
 */
import { type Attributes, tensorOf, typeOf } from './attributes';
import type { Values } from './binding';
import { bytesField, integerField, mapField, message } from './protobuf';
import { FLOAT32, INT32, STRING } from './types';

/** Where a value comes from: `node` or `node:output`, as in TensorFlow's own graphs. */
export type Reference = string;

/** A node as it can be read: an operation, what it is called, and the names of the nodes whose values it takes. */
export interface GraphOperation {
  readonly name: string;
  /** TensorFlow's name of the operation: `Conv2D`, `Placeholder`, `ResourceApplyAdam`, … */
  readonly type: string;
  /** Those it takes values from, then those that must only have run before it. */
  readonly inputs: readonly string[];
}

/** The version of the format; TensorFlow reads newer ones than its own as long as the operations are known. */
const PRODUCER = 1395;

export class GraphBuilder {
  /** Every node, each after those it takes values from. */
  readonly operations: GraphOperation[] = [];
  private readonly nodes: Uint8Array[] = [];

  /** How many nodes there are. */
  get size(): number {
    return this.nodes.length;
  }

  /**
   * Adds an operation.
   *
   * @param after operations that must have run before this one.
   * @returns its first output.
   */
  add(
    op: string,
    inputs: readonly Reference[],
    attributes: Attributes = {},
    { name = `${op}${this.size}`, after = [] }: { name?: string; after?: readonly Reference[] } = {},
  ): Reference {
    const controls = after.map(reference => `^${nodeName(reference)}`);
    const allInputs = [...inputs, ...controls].map(input => bytesField(3, input));
    const node = message(bytesField(1, name), bytesField(2, op), ...allInputs, mapField(5, attributes));
    this.nodes.push(bytesField(1, node));
    this.operations.push({ name, type: op, inputs: [...inputs, ...after].map(nodeName) });
    return name;
  }

  constant(type: number, shape: readonly number[], values: Values): Reference {
    return this.add('Const', [], { dtype: typeOf(type), value: tensorOf(type, shape, values) });
  }

  float(value: number): Reference {
    return this.constant(FLOAT32, [], Float32Array.of(value));
  }

  int(value: number): Reference {
    return this.constant(INT32, [], Int32Array.of(value));
  }

  strings(values: readonly string[]): Reference {
    return this.constant(
      STRING,
      [values.length],
      values.map(value => Buffer.from(value)),
    );
  }

  /** One of the operations on two numbers of the same type: Add, Sub, Mul, … */
  binary(op: string, left: Reference, right: Reference, type: number = FLOAT32): Reference {
    return this.add(op, [left, right], { T: typeOf(type) });
  }

  /** The whole graph as a GraphDef message. */
  encode(): Uint8Array {
    return message(...this.nodes, bytesField(4, integerField(1, PRODUCER)));
  }
}

/** The node a reference points to: `Split3:1` is the second output of `Split3`. */
function nodeName(reference: Reference): string {
  return reference.split(':', 1)[0]!;
}
