/**
 * What only the shift test looks like.
 * Flow: **style** → mount.
 */
import { BARS_STYLE } from '../probabilityBars';

export const SHIFT_STYLE: string = `${BARS_STYLE}
.controls label span:last-child { min-width: 130px; } /* nothing must jump when a text grows */
.stage { display: flex; flex-wrap: wrap; gap: 12px 28px; align-items: start; }
.column { min-width: 0; }
.title { font-weight: bold; margin-bottom: 4px; text-align: left; }
.digit { flex: 0 0 196px; }
.pad { touch-action: none; cursor: grab; line-height: 0; }
.pad:active { cursor: grabbing; }
canvas { width: 196px; height: 196px; image-rendering: pixelated; border: 1px solid var(--line); }
.digit .note { margin-top: 6px; }
.answer { flex: 1 1 130px; max-width: 260px; }
.verdict { margin-top: 4px; padding-left: 8px; border-left: 4px solid var(--line); }
.verdict.wrong { border-color: var(--positive); font-weight: bold; }
.way { flex: 1 1 300px; max-width: 480px; }
.curve svg { display: block; width: 100%; height: auto; }
`;
