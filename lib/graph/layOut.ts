/**
 * Places boxes in layers and leads arrows around them; the only file that knows the layout library.
 * Flow: sizes → **layOut** → drawGraph.
 */
import { layout, Graph as Plan } from '@dagrejs/dagre';

/** Pixels to the right and down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Where an arrow's label is centred, and the corners that the arrow goes through. */
export interface Route extends Point {
  readonly points: readonly Point[];
}

/** Boxes close to each other, for graphs that would be too wide for a page. */
const COMPACT = { nodesep: 12, edgesep: 8, ranker: 'tight-tree' } as const;

/** Every box below those that an arrow to it comes from; (x, y) is a centre, and all is within the given size. */
export function layOut<Box extends Size & { id: string }, Arrow extends Size & { from: string; to: string }>(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  { compact = false }: { compact?: boolean } = {},
): Size & { boxes: (Box & Point)[]; arrows: (Arrow & Route)[] } {
  const plan = new Plan();
  plan.setGraph({ nodesep: 24, ranksep: 24, marginx: 8, marginy: 8, ...(compact ? COMPACT : {}) });
  for (const { id, width, height } of boxes) plan.setNode(id, { width, height });
  for (const { from, to, width, height } of arrows) plan.setEdge(from, to, { width, height, labelpos: 'c' });
  layout(plan);
  const { width, height } = plan.graph();
  return {
    width,
    height,
    boxes: boxes.map(box => {
      const { x, y } = plan.node(box.id);
      return { ...box, x, y };
    }),
    arrows: arrows.map(arrow => {
      const { x, y, points } = plan.edge(arrow.from, arrow.to);
      return { ...arrow, x, y, points };
    }),
  };
}
