/**
 * What only the neuron looks like.
 * Flow: **style** → mount.
 */
export const NEURON_STYLE: string = `
.paintable { touch-action: none; }
.paintable [role=gridcell] { cursor: crosshair; }
.curve svg { display: block; width: 100%; height: auto; }
.sum { font-weight: bold; }
.sum + .title { margin-top: 12px; }
.digits { display: flex; flex-wrap: wrap; gap: 6px; }
.digit { display: grid; justify-items: center; gap: 2px; width: 84px; padding: 4px; font-size: 12px; white-space: pre-line; }
.digit canvas { width: 56px; height: 56px; image-rendering: pixelated; }
.digit[aria-pressed=true] { outline: 3px solid var(--mark); border-color: #000; }
`;
