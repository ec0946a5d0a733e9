/**
 * A picture of the blueprint, as plain data.
 * Flow: graph, a session's trace → **drawGraph** → plot.
 */
import type { NdArray } from '../types/ndarray';
import type { Graph, GraphNode } from './graph';
import { layOut, type Point, type Route, type Size } from './layOut';
import { shapeText } from './shape';

/** What `drawGraph` draws, and what it writes into the boxes. */
export interface DrawGraphOptions {
  /** The nodes to draw; the whole graph when left out. */
  readonly nodes?: readonly GraphNode[];
  /** Steps are numbered as a session evaluates these; all that is drawn when left out. */
  readonly fetch?: readonly GraphNode[];
  /** Values to write into the boxes, from `session.trace`. */
  readonly values?: ReadonlyMap<GraphNode, NdArray>;
  /** From `gradientFlow`: the node whose value is written into a box as its gradient. */
  readonly gradients?: ReadonlyMap<GraphNode, GraphNode>;
}

/** A box centred at (x, y), large enough for its texts, one above the other, in a monospaced font of 12 pixels. */
export interface DrawnNode extends Size, Point {
  /** The node's name. */
  readonly id: string;
  readonly label: string;
  readonly operation: string;
  readonly shape: string;
  readonly value?: string;
  readonly gradient?: string;
  /** When a session evaluates it, from 0; −1 if it does not. */
  readonly step: number;
}

/** An arrow from a node to one that uses its value; the shape, of that width and height, is centred at (x, y). */
export interface DrawnEdge extends Size, Route {
  readonly from: string;
  readonly to: string;
  readonly shape: string;
}

/** A graph laid out by `drawGraph`, in pixels. */
export interface GraphDrawing extends Size {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/**
 * Lays a graph out from top to bottom: each node stands below its inputs.
 *
 * @returns a box for each node and an arrow for each input, all within `width` × `height`.
 * @throws RangeError if a fetch belongs to another graph.
 * @example drawGraph(graph, { fetch: [loss], values: session.trace([loss], feeds) }).nodes[0]!.step // 0
 * @see Gansner et al., A Technique for Drawing Directed Graphs (1993). Used in notebooks/09-graphs-and-sessions, by
 *   `graphStepper`.
 */
export function drawGraph(graph: Graph, options: DrawGraphOptions = {}): GraphDrawing {
  const { nodes = graph.nodes, fetch = nodes } = options;
  const order = graph.evaluationOrder(fetch);
  const { width, height, boxes, arrows } = layOut(
    nodes.map(node => ({ ...boxOf(node, options), step: order.indexOf(node) })),
    nodes.flatMap(node => arrowsTo(node).filter(({ from }) => nodes.includes(graph.find(from)!))),
  );
  return { width, height, nodes: boxes, edges: arrows };
}

function boxOf(
  node: GraphNode,
  { values, gradients }: DrawGraphOptions,
): Omit<DrawnNode, 'x' | 'y' | 'step'> {
  const [value, gradient] = [node, gradients?.get(node)].map(of => of && values?.get(of));
  const texts = {
    label: node.name,
    operation: node.kind === 'operation' ? node.operation.type : node.kind,
    shape: shapeText(node.shape),
    ...(value && { value: `value ${summary(value)}` }),
    ...(gradient && { gradient: `gradient ${summary(gradient)}` }),
  };
  return { id: node.name, ...texts, ...sizeOf(Object.values(texts)) };
}

function arrowsTo(node: GraphNode): Omit<DrawnEdge, keyof Route>[] {
  return [...new Set(node.inputs)].map(input => {
    const shape = shapeText(input.shape);
    return { from: input.name, to: node.name, shape, ...sizeOf([shape]) };
  });
}

function sizeOf(lines: readonly string[]): Size {
  const longest = Math.max(...lines.map(line => line.length));
  return { width: 7.25 * longest + 16, height: 16 * lines.length + 8 };
}

/** Up to three numbers one by one; of more, the range and the mean. */
function summary({ data }: NdArray): string {
  const text = (value: number): string => String(Number(value.toPrecision(3)));
  if (data.length <= 3) return [...data].map(text).join(', ') || 'empty';
  const low = data.reduce((a, b) => Math.min(a, b));
  const high = data.reduce((a, b) => Math.max(a, b));
  const mean = data.reduce((a, b) => a + b) / data.length;
  return `${text(low)} … ${text(high)}, mean ${text(mean)}`;
}
