/**
 * A graph to walk through node by node: values on the way down, gradients on the way back.
 * Flow: graph, session, feeds → **graphStepper** → Interactive → `show`.
 */
import type { GraphNode } from '../../graph/graph';
import { type Feeds, Session } from '../../graph/session';
import type { FigureTable } from '../figure';
import { runGraph } from './graphRun';
import type { GraphRun, GraphStepperData } from './graphStepperData';
import { graphPicture } from './graphSvg';
import type { Interactive } from './interactive';

/** What can be fetched and fed in a `graphStepper`. */
export interface GraphStepperOptions {
  /** The nodes that can be fetched, all of one graph; the page begins with the first. */
  readonly fetches: readonly GraphNode[];
  /** Values for the placeholders, each set under a name that tells it from the others. */
  readonly feeds: Readonly<Record<string, Feeds>>;
  /** From `gradientFlow`: where the fetch is its loss, the walk goes on backward. */
  readonly gradients?: ReadonlyMap<GraphNode, GraphNode>;
  /** Whose variables are used; a new session when left out. */
  readonly session?: Session;
}

/**
 * Step forward, and one value after the other appears; then the gradients, from the loss back. Feed and fetch can be
 * changed on the page: what the fetch does not need is drawn pale.
 *
 * Every feed runs with every fetch once, here and now: the page shows numbers that the session has computed.
 *
 * @throws RangeError if there is no fetch or no feed, or as `session.run`.
 * @example graphStepper({ fetches: [op.multiply(x, w)], feeds: { 'x is 3': { x: ndarray([], [3]) } } }).alt
 * // 'A graph of 3 nodes, fed “x is 3”. To fetch multiply, 3 of them are evaluated: x: 3; w: 2; multiply: 6.'
 * @see Used in notebooks/09-graphs-and-sessions.
 */
export function graphStepper({ fetches, feeds, gradients, session }: GraphStepperOptions): Interactive {
  const [first] = fetches;
  if (!first) throw new RangeError('graphStepper: fetches must hold at least one node, got none');
  const named = Object.entries(feeds);
  if (named.length === 0) throw new RangeError('graphStepper: feeds must hold at least one, got none');
  const { graph } = first;
  const common = {
    nodes: graph.evaluationOrder(fetches),
    session: session ?? new Session(graph),
    gradients: gradients ?? new Map<GraphNode, GraphNode>(),
  };
  const runs = named.flatMap(([feed, feeds]) =>
    fetches.map(fetch => runGraph({ ...common, feed, feeds, fetch })),
  );
  const data: GraphStepperData = { runs };
  const alt = altText(runs[0]!);
  const picture = graphPicture(runs[0]!.drawing, alt);
  return { page: 'graphStepper', data, picture, alt, table: runTable(runs[0]!) };
}

function altText({ feed, fetch, drawing, steps }: GraphRun): string {
  const values = drawing.nodes
    .filter(node => node.step >= 0)
    .sort((a, b) => a.step - b.step)
    .map(node => `${node.label}: ${node.value!.replace('value ', '')}`);
  const gradients = steps.some(step => step.shows === 'gradient')
    ? ' Then the gradients are computed, from there back.'
    : '';
  return (
    `A graph of ${drawing.nodes.length} nodes, fed “${feed}”. To fetch ${fetch}, ${values.length} of them are ` +
    `evaluated: ${values.join('; ')}.${gradients}`
  );
}

/** One row per node, in the order of evaluation; what is not needed comes first. */
function runTable({ drawing }: GraphRun): FigureTable {
  const rows = drawing.nodes.map(node => [
    node.label,
    node.operation,
    drawing.edges
      .filter(edge => edge.to === node.id)
      .map(edge => edge.from)
      .join(', '),
    node.shape,
    node.value?.replace('value ', '') ?? '',
    node.gradient?.replace('gradient ', '') ?? '',
  ]);
  return { columns: ['node', 'operation', 'inputs', 'shape', 'value', 'gradient'], rows };
}
