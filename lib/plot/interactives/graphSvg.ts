/**
 * A graph's drawing as SVG. Classes say what each part is; whoever shows it brings the colours.
 * Flow: GraphDrawing → **graphMarks** → the graph stepper's page; with a card around it → **graphPicture**.
 */
import type { DrawnEdge, DrawnNode, GraphDrawing } from '../../graph/drawGraph';
import { escapeHtml } from '../escapeHtml';
import { FONT_FAMILY, seriesStyle } from '../theme';

/** How to read the boxes. */
export const GRAPH_LEGEND = 'Dashed: placeholder. Thick: variable. Round: operation. Pale: not needed.';

/** The rules by which a drawing is read, in any colours. */
export const GRAPH_STYLE: string = `
.graph { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: var(--ink); }
.graph rect { fill: var(--page); stroke: var(--ink); }
.graph .placeholder rect { stroke-dasharray: 5 3; }
.graph .variable rect { stroke-width: 3; }
.graph .unneeded rect { stroke: var(--line); }
.graph .unneeded text { fill: var(--quiet); }
.graph .label { font-weight: bold; }
.graph .edge path { fill: none; stroke: var(--quiet); }
.graph .edge polygon { fill: var(--quiet); }
.graph .edge text { fill: var(--quiet); font-size: 10px; stroke: var(--page); stroke-width: 8px; paint-order: stroke; }
.graph .value { fill: var(--value); }
.graph .gradient { fill: var(--gradient); }
`;

/** A drawing, or one whose boxes have fewer lines. */
export type AnyDrawing = Omit<GraphDrawing, 'nodes'> & { readonly nodes: readonly AnyNode[] };
type AnyNode = Omit<DrawnNode, 'shape' | 'operation'> & Partial<Pick<DrawnNode, 'shape' | 'operation'>>;

/** Everything that is drawn, for an `<svg class="graph">` of the drawing's size. */
export function graphMarks({ nodes, edges }: AnyDrawing): string {
  return edges.map(edgeMarks).join('') + nodes.map(nodeMarks).join('');
}

/** The whole drawing on a white card of its own, because a picture does not know the page around it. */
export function graphPicture(drawing: AnyDrawing, alt: string, legend: string = GRAPH_LEGEND): string {
  const width = Math.max(Math.ceil(drawing.width), 440);
  const height = Math.ceil(drawing.height) + 28;
  const left = Math.round((width - drawing.width) / 2);
  const colors =
    `.graph { --page: #fff; --ink: #1f1f1f; --quiet: #575757; --line: #c7c7c7; ` +
    `--value: ${seriesStyle(0).color}; --gradient: #a84a00; }`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `class="graph" role="img"><title>${escapeHtml(alt)}</title><style>${colors}${GRAPH_STYLE}</style>` +
    `<rect width="${width}" height="${height}" rx="6" style="stroke: none"/>` +
    `<g transform="translate(${left})">${graphMarks(drawing)}</g>` +
    `<text x="10" y="${height - 10}" style="font: 11px ${FONT_FAMILY}">${legend}</text></svg>`
  );
}

function nodeMarks(node: AnyNode): string {
  const { id, operation, x, y, width, height, step } = node;
  const kind = operation === 'placeholder' || operation === 'variable' ? operation : 'operation';
  const top = y - height / 2;
  const lines = (['label', 'operation', 'shape', 'value', 'gradient'] as const)
    .filter(line => node[line] !== undefined)
    .map(
      (line, index) =>
        `<text class="${line}" x="${round(x)}" y="${round(top + 16 + 16 * index)}" text-anchor="middle">` +
        `${escapeHtml(node[line]!)}</text>`,
    );
  return (
    `<g class="node ${kind}${step < 0 ? ' unneeded' : ''}" data-node="${escapeHtml(id)}">` +
    `<rect x="${round(x - width / 2)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" ` +
    `rx="${kind === 'operation' ? 10 : 0}"/>${lines.join('')}</g>`
  );
}

function edgeMarks({ from, to, shape, x, y, points }: DrawnEdge): string {
  const path = points.map(point => `${round(point.x)} ${round(point.y)}`).join(' L');
  const [before, end] = [points.at(-2)!, points.at(-1)!];
  const turn = (180 / Math.PI) * Math.atan2(end.y - before.y, end.x - before.x);
  // A single number's `[]` says nothing that the arrow does not.
  const label =
    shape === '[]'
      ? ''
      : `<text x="${round(x)}" y="${round(y + 4)}" text-anchor="middle">${escapeHtml(shape)}</text>`;
  return (
    `<g class="edge" data-from="${escapeHtml(from)}" data-to="${escapeHtml(to)}"><path d="M${path}"/>` +
    `<polygon points="0 0 -8 -4 -8 4" transform="translate(${round(end.x)} ${round(end.y)}) rotate(${round(turn)})"/>` +
    `${label}</g>`
  );
}

function round(position: number): string {
  return String(Number(position.toFixed(1)));
}
