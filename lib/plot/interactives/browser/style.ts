/**
 * The look that all pages share: JupyterLab's own colours where it offers them, else the reader's light or dark.
 * Flow: theme → **style** → mount.
 */
import { FONT_FAMILY, seriesStyle } from '../../theme';

export const STYLE: string = `
:host {
  --plain-page: #fff; --plain-ink: #1f1f1f;
  --page: var(--jp-layout-color0, var(--plain-page));
  --ink: var(--jp-content-font-color1, var(--plain-ink));
  --quiet: color-mix(in srgb, var(--ink) 75%, var(--page));
  --line: color-mix(in srgb, var(--ink) 25%, var(--page));
  --raised: color-mix(in srgb, var(--ink) 7%, var(--page));
  --positive: ${seriesStyle(1).color}; --negative: ${seriesStyle(0).color}; --mark: ${seriesStyle(5).color};
  display: block;
}
@media (prefers-color-scheme: dark) { :host { --plain-page: #111; --plain-ink: #e6e6e6; } }
* { box-sizing: border-box; }
.panel {
  padding: 12px; border: 1px solid var(--line); border-radius: 6px; max-width: 960px;
  background: var(--page); color: var(--ink); font: 14px/1.45 ${FONT_FAMILY};
}
p { margin: 0; }
.controls { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; margin-bottom: 12px; }
label { display: inline-flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
button, select, input {
  font: inherit; color: var(--ink); background: var(--raised);
  border: 1px solid var(--quiet); border-radius: 4px; min-height: 28px; min-width: 28px;
}
button { padding: 2px 10px; cursor: pointer; }
button:hover { background: var(--line); }
button:disabled { opacity: 0.5; cursor: default; }
option { color: var(--ink); background: var(--page); }
input[type=range] { accent-color: var(--negative); min-width: 120px; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 1px; z-index: 2; }
.cells { position: relative; border: 1px solid var(--line); }
.cells-row { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
.cell {
  display: grid; place-items: center; aspect-ratio: 1; overflow: hidden; font-size: 11px;
  box-shadow: inset 0 0 0 0.5px var(--line);
}
.tight .cell { font-size: 9px; }
.dense .cell { box-shadow: none; }
[role=gridcell] { cursor: pointer; }
[role=gridcell]:focus-visible { position: relative; }
.frame {
  position: absolute; pointer-events: none; border: 3px solid var(--mark);
  outline: 1px solid #000; box-shadow: inset 0 0 0 1px #000;
}
.drag-area { position: relative; touch-action: none; cursor: crosshair; }
.drag-area svg { display: block; width: 100%; height: auto; }
.drag-point {
  position: absolute; width: 24px; height: 24px; margin: -12px; border-radius: 50%; cursor: grab;
  background: var(--mark); border: 2px solid #000; box-shadow: 0 0 0 1px #fff;
}
.note { color: var(--quiet); }
.error { border-left: 4px solid var(--positive); padding-left: 8px; }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
`;
