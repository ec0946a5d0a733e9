/**
 * One run of a graph, taken apart into steps: forward node by node, then backward.
 * Flow: fetch, feeds, session → **runGraph** → GraphRun → the graph stepper's page and picture.
 */
import { drawGraph } from '../../graph/drawGraph';
import type { GraphNode } from '../../graph/graph';
import type { Feeds, Session } from '../../graph/session';
import type { GraphRun, GraphStep } from './graphStepperData';

export interface GraphRunOptions {
  /** The nodes to draw. */
  readonly nodes: readonly GraphNode[];
  readonly session: Session;
  readonly fetch: GraphNode;
  /** What to call the feeds. */
  readonly feed: string;
  readonly feeds: Feeds;
  /** From `gradientFlow`; the way back is shown if it starts at the fetch. */
  readonly gradients: ReadonlyMap<GraphNode, GraphNode>;
}

/** Runs the fetch once, with its gradients if it is what they are gradients of. */
export function runGraph({ nodes, session, fetch, feed, feeds, gradients }: GraphRunOptions): GraphRun {
  const [loss] = gradients.keys();
  const flow = fetch === loss ? gradients : new Map<GraphNode, GraphNode>();
  const values = session.trace([fetch, ...flow.values()], feeds);
  const drawing = drawGraph(fetch.graph, { nodes, fetch: [fetch], values, gradients: flow });
  const drawn = new Map(drawing.nodes.map(node => [node.id, node]));
  const order = fetch.graph.evaluationOrder([fetch]);
  const forward = order.map((node): GraphStep => {
    const sentence = forwardSentence(node, name => numbersOf(drawn.get(name)!.value!));
    return { node: node.name, shows: 'value', sentence };
  });
  const back = order.filter(node => flow.has(node)).reverse();
  const backward = back.map((node): GraphStep => {
    const users = back.filter(user => user.inputs.includes(node));
    const gradient = numbersOf(drawn.get(node.name)!.gradient!);
    return { node: node.name, shows: 'gradient', sentence: backwardSentence(node, users, gradient) };
  });
  return { feed, fetch: fetch.name, drawing, steps: [...forward, ...backward] };
}

function forwardSentence(node: GraphNode, textOf: (name: string) => string): string {
  const value = textOf(node.name);
  if (node.kind === 'placeholder') return `${node.name} is fed: ${value}.`;
  if (node.kind === 'variable') return `${node.name} is kept by the session: ${value}.`;
  if (node.inputs.length === 0) return `${node.name} is always ${value}.`;
  const inputs = node.inputs.map(input =>
    input.shape.length === 0 ? `${input.name} (${textOf(input.name)})` : input.name,
  );
  return `${node.name} takes ${inputs.join(' and ')}, and gives ${value}.`;
}

function backwardSentence(node: GraphNode, users: readonly GraphNode[], gradient: string): string {
  if (users.length === 0)
    return `Backward. ${node.name} changes as fast as itself: its gradient is ${gradient}.`;
  const ways = users.map(user => {
    const times = user.inputs.filter(input => input === node).length;
    return times === 1 ? user.name : `${user.name} along ${times} ways`;
  });
  const isSum = users.flatMap(user => user.inputs.filter(input => input === node)).length > 1;
  return `Backward. From ${ways.join(' and ')} comes the gradient of ${node.name}${isSum ? ', added up' : ''}: ${gradient}.`;
}

/** What stands behind the word in a box: `value 6`, `gradient -2`. */
function numbersOf(text: string): string {
  return text.slice(text.indexOf(' ') + 1);
}
