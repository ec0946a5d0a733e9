/**
 * What only the graph stepper looks like.
 * Flow: **style** → mount.
 */
import { GRAPH_STYLE } from '../../graphSvg';

export const GRAPH_PAGE_STYLE: string = `
:host {
  --value: color-mix(in srgb, var(--negative) 70%, var(--ink));
  --gradient: color-mix(in srgb, var(--positive) 70%, var(--ink));
}
${GRAPH_STYLE}
.drawing { overflow: auto; max-height: 720px; margin: 8px 0; }
.graph { display: block; margin: 0 auto; }
.graph .value, .graph .gradient { visibility: hidden; }
.graph .valued .value, .graph .graded .gradient { visibility: visible; }
.graph .valued rect { fill: var(--raised); }
.graph .now rect { stroke: var(--mark); stroke-width: 4; }
.graph .now path { stroke: var(--mark); stroke-width: 3; }
.graph .now polygon { fill: var(--mark); }
.buttons { display: flex; flex-wrap: wrap; gap: 4px; margin-bottom: 8px; }
.sum { min-height: 3em; overflow-wrap: anywhere; }
`;
