/**
 * The construction site: numbers flow through the blueprint, and variables keep theirs.
 * Flow: graph, feeds → **session** → values of the fetches.
 */
import { type NdArray, ndarray } from '../types/ndarray';
import { Graph, type GraphNode, type OperationNode, type VariableNode } from './graph';
import { misfit, shapesFit } from './shape';

/** A value for each placeholder, by its name. */
export type Feeds = Readonly<Record<string, NdArray>>;
/** What to fetch: a list of nodes, or nodes under keys of your choice. */
export type Fetches = readonly GraphNode[] | Readonly<Record<string, GraphNode>>;

/**
 * Runs a graph. Two sessions of one graph share nothing: each keeps its own values of the variables.
 *
 * @example new Session(graph).run(op.sum(x), { x: ndarray([3], [1, 2, 4]) }).data[0] // 7
 * @see Abadi et al., TensorFlow: A System for Large-Scale Machine Learning (2016), §3.
 *   Derived in notebooks/09-graphs-and-sessions.
 */
export class Session {
  readonly #graph: Graph;
  readonly #variables = new Map<VariableNode, NdArray>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /**
   * The values of the fetches. Only what they need is evaluated, in the order of drawing, each node once.
   *
   * The whole run sees the variables as they stood at its start. What is assigned is written at its end; if
   * anything fails, nothing is. An operation that needs the new value takes the `assign` node as its input.
   *
   * @param fetches one node, a list, or a record of nodes; the result has the same form.
   * @param feeds a value for each placeholder that is needed.
   * @throws RangeError if a feed is missing, has a wrong shape or names no placeholder, a fetch is of another
   *   graph, an operation refuses its inputs, or a variable is assigned twice.
   */
  run(fetches: GraphNode, feeds?: Feeds): NdArray;
  run<const T extends Fetches>(fetches: T, feeds?: Feeds): { [K in keyof T]: NdArray };
  run(fetches: GraphNode | Fetches, feeds: Feeds = {}): unknown {
    if (isNode(fetches)) return this.run([fetches], feeds)[0];
    const values = this.#evaluate(Object.values(fetches), feeds);
    const results = Object.entries(fetches).map(([key, node]) => [key, copyOf(values.get(node)!)] as const);
    return Array.isArray(fetches) ? results.map(([, value]) => value) : Object.fromEntries(results);
  }

  /** A run that shows its work: the value of every node that is evaluated, in that order. */
  trace(fetches: readonly GraphNode[], feeds: Feeds = {}): Map<GraphNode, NdArray> {
    return new Map([...this.#evaluate(fetches, feeds)].map(([node, value]) => [node, copyOf(value)]));
  }

  #evaluate(fetches: readonly GraphNode[], feeds: Feeds): Map<GraphNode, NdArray> {
    const fed = new Map(Object.entries(feeds));
    for (const [name, value] of fed) checkFeed(this.#graph, name, value);
    const values = new Map<GraphNode, NdArray>();
    const assigned = new Map<VariableNode, NdArray>();
    for (const node of this.#graph.evaluationOrder(fetches)) {
      const value = this.#valueOf(node, values, fed);
      values.set(node, value);
      const target = node.kind === 'operation' && node.operation.assigns;
      if (!target) continue;
      if (assigned.has(target))
        throw new RangeError(`session: '${target.name}' is assigned twice in one run`);
      assigned.set(target, copyOf(value));
    }
    for (const [variable, value] of assigned) this.#variables.set(variable, value);
    return values;
  }

  #valueOf(node: GraphNode, values: Map<GraphNode, NdArray>, fed: Map<string, NdArray>): NdArray {
    if (node.kind === 'operation') return compute(node, values);
    if (node.kind === 'variable') return this.#variables.get(node) ?? node.initial;
    const value = fed.get(node.name);
    if (!value)
      throw misfit`session: feeds must hold '${node.name}', ${node.shape}, got ${listOf(fed.keys())}`;
    return value;
  }
}

function checkFeed(graph: Graph, name: string, value: NdArray): void {
  const node = graph.find(name);
  if (node?.kind !== 'placeholder') {
    const known = listOf(graph.nodes.filter(({ kind }) => kind === 'placeholder').map(({ name }) => name));
    throw misfit`session: feeds must be for placeholders (${known}), got '${name}' (${node?.kind ?? 'unknown'})`;
  }
  if (shapesFit(node.shape, value.shape)) return;
  throw misfit`session: feed '${name}' must have shape ${node.shape}, got ${value.shape}`;
}

/** Applies an operation to its inputs' values; what goes wrong is told with the node's name. */
function compute(
  { name, shape, inputs, operation }: OperationNode,
  values: Map<GraphNode, NdArray>,
): NdArray {
  try {
    const value = operation.forward(...inputs.map(input => values.get(input)!));
    if (shapesFit(shape, value.shape)) return value;
    throw misfit`the result must have shape ${shape}, got ${value.shape}`;
  } catch (error) {
    throw new RangeError(`session: node '${name}': ${(error as Error).message}`, { cause: error });
  }
}

function isNode(fetches: GraphNode | Fetches): fetches is GraphNode {
  return 'graph' in fetches && fetches.graph instanceof Graph;
}

/** What goes in and what comes out share no memory with what is kept. */
function copyOf({ shape, data }: NdArray): NdArray {
  return ndarray(shape, data.slice());
}

function listOf(names: Iterable<string>): string {
  return [...names].map(name => `'${name}'`).join(', ') || 'none';
}
