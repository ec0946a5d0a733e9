/**
 * The blueprint: what is computed from what, drawn and checked before a single number flows.
 * Flow: operations → **graph** → gradients, gradientDescent → session.
 */
import { type NdArray, ndarray } from '../types/ndarray';
import { misfit, type Shape } from './shape';

interface Node {
  readonly graph: Graph;
  readonly name: string;
  readonly shape: Shape;
  readonly inputs: readonly GraphNode[];
}
/** An open place: its value is fed at every run. */
export type PlaceholderNode = Node & { readonly kind: 'placeholder' };
/** A value that each session keeps from run to run. */
export type VariableNode = Node & { readonly kind: 'variable'; readonly initial: NdArray };
/** A value computed from the inputs' values. */
export type OperationNode = Node & { readonly kind: 'operation'; readonly operation: Operation };
/** Any node of a graph; `kind` tells which. */
export type GraphNode = PlaceholderNode | VariableNode | OperationNode;

/** All there is to know about an operation. */
export interface Operation {
  /** `matMul`, `relu`, …: the last part of its nodes' names. */
  readonly type: string;
  /** The result's shape. If the inputs do not fit together: a RangeError whose message begins with `node`. */
  shape(node: string, ...inputs: Shape[]): Shape;
  /** The result, from the inputs' values, which it leaves as they are. */
  forward(...inputs: NdArray[]): NdArray;
  /** For each input, draws its gradient from that of the result (upstream). No rule: the gradient cannot pass. */
  readonly gradients?: readonly (((upstream: GraphNode, ...inputs: GraphNode[]) => GraphNode) | undefined)[];
  /** The variable that takes the result as its new value when the run is over. */
  readonly assigns?: VariableNode;
}

/**
 * The function that draws such an operation: one new node for each call.
 *
 * @see Derived in notebooks/09-graphs-and-sessions.
 */
export function defineOperation(operation: Operation): (...inputs: GraphNode[]) => OperationNode {
  return (...inputs) => {
    if (inputs[0]) return inputs[0].graph.operation(operation, inputs);
    throw misfit`graph: '${operation.type}' must have at least one input, got none`;
  };
}

/** The same for a gradient that is computed in one go: from upstream, what it is the gradient of, and what else. */
export function defineGradient(
  type: string,
  forward: Operation['forward'],
): (...inputs: GraphNode[]) => OperationNode {
  return defineOperation({ type, shape: (_, _upstream, x) => x!, forward });
}

/**
 * A place to draw in. It computes nothing: that is the `Session`'s part.
 *
 * @example op.matMul(graph.placeholder('images', [null, 784]), graph.variable('kernel', ndarray([784, 10]))).shape // [null, 10]
 * @see Abadi et al., TensorFlow: A System for Large-Scale Machine Learning (2016), §3.
 *   Derived in notebooks/09-graphs-and-sessions.
 */
export class Graph {
  readonly #nodes = new Map<string, GraphNode>();
  #scope = '';

  /** Every node, each after its inputs: nothing can be drawn before what it stands on. */
  get nodes(): readonly GraphNode[] {
    return [...this.#nodes.values()];
  }

  /** The node of that name, scope included. */
  find(name: string): GraphNode | undefined {
    return this.#nodes.get(name);
  }

  /** An open place for arrays of that shape; its first size may be `null`, for any batch. */
  placeholder(name: string, shape: Shape): PlaceholderNode {
    if (!shape.every((size, axis) => (size === null ? axis === 0 : Number.isSafeInteger(size) && size > 0))) {
      throw misfit`graph: shape of '${name}' must hold whole numbers ≥ 1, null only first, got ${shape}`;
    }
    const node = { graph: this, name: this.#scope + name, shape: [...shape], inputs: [] };
    return this.#draw({ kind: 'placeholder', ...node });
  }

  /** A value that is kept; every session starts it at `initial`. */
  variable(name: string, initial: NdArray): VariableNode {
    const kept = ndarray(initial.shape, initial.data.slice());
    const node = { graph: this, name: this.#scope + name, shape: kept.shape, inputs: [] };
    return this.#draw({ kind: 'variable', ...node, initial: kept });
  }

  /** A value that never changes. */
  constant(value: number): OperationNode {
    return this.operation({ type: 'constant', shape: () => [], forward: () => ndarray([], [value]) }, []);
  }

  /**
   * A node that applies an operation to the values of other nodes.
   *
   * @throws RangeError if their shapes do not fit, or one belongs to another graph.
   */
  operation(operation: Operation, inputs: readonly GraphNode[]): OperationNode {
    let name = this.#scope + operation.type;
    for (let count = 1; this.#nodes.has(name); count++) name = `${this.#scope}${operation.type}_${count}`;
    const foreign = inputs.find(input => input.graph !== this);
    if (foreign)
      throw new RangeError(`graph: node '${name}' cannot take '${foreign.name}' from another graph`);
    const shape = operation.shape(`graph: node '${name}'`, ...inputs.map(input => input.shape));
    return this.#draw({ kind: 'operation', graph: this, name, shape, inputs, operation });
  }

  /** The names of all that `build` draws begin with `name/`. */
  scope<T>(name: string, build: () => T): T {
    const outer = this.#scope;
    this.#scope = `${outer}${name}/`;
    try {
      return build();
    } finally {
      this.#scope = outer;
    }
  }

  /** What the fetches depend on, and they themselves, in the order in which a session evaluates it. */
  evaluationOrder(fetches: readonly GraphNode[]): GraphNode[] {
    const foreign = fetches.find(fetch => fetch.graph !== this);
    if (foreign) throw new RangeError(`graph: cannot evaluate '${foreign.name}' of another graph`);
    const needed = new Set(fetches);
    // The set grows while it is walked, so inputs of inputs have their turn too.
    for (const node of needed) for (const input of node.inputs) needed.add(input);
    return this.nodes.filter(node => needed.has(node));
  }

  #draw<N extends GraphNode>(node: N): N {
    if (this.#nodes.has(node.name)) throw new RangeError(`graph: there is already a node '${node.name}'`);
    this.#nodes.set(node.name, node);
    return node;
  }
}
