/**
 * What only the neuron looks like.
 * Flow: **style** → mount.
 */
import { STRIP_STYLE } from '../digitStrip';

export const NEURON_STYLE: string = `${STRIP_STYLE}
.paintable { touch-action: none; }
.paintable [role=gridcell] { cursor: crosshair; }
.curve svg { display: block; width: 100%; height: auto; }
.sum { font-weight: bold; }
.sum + .title { margin-top: 12px; }
`;
