/**
 * What only the drawing pad looks like.
 * Flow: **style** → mount.
 */
import { STRIP_STYLE } from '../digitStrip';
import { BARS_STYLE } from '../probabilityBars';

export const PAD_STYLE: string = `${BARS_STYLE}${STRIP_STYLE}
.title { font-weight: bold; margin-bottom: 4px; }
.digit { width: 64px; }
.digit canvas { width: 42px; height: 42px; }
.stage { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: start; margin-top: 12px; }
.column { min-width: 0; }
.left { flex: 0 0 282px; max-width: 100%; display: grid; gap: 12px; }
.pad {
  position: relative; aspect-ratio: 1; background: #000; border: 1px solid var(--line);
  touch-action: none; cursor: crosshair; user-select: none;
}
.pad canvas { display: block; width: 100%; height: 100%; }
.cursor {
  display: none; position: absolute; width: 15px; height: 15px; margin: -7.5px; pointer-events: none;
  border: 2px solid var(--mark); outline: 1px solid #000; border-radius: 50%;
}
.pad:focus-visible .cursor { display: block; }
.cursor.down { background: var(--mark); }
.left .controls { margin: 8px 0; }
.input { display: flex; gap: 12px; align-items: center; margin-bottom: 8px; }
.input canvas { flex: none; width: 112px; height: 112px; image-rendering: pixelated; border: 1px solid var(--line); }
.verdict { font-weight: bold; }
.work { flex: 1 1 300px; }
.layer { margin: 6px 0; }
.layer canvas { display: block; width: 100%; image-rendering: pixelated; outline: 1px solid var(--line); }
`;
