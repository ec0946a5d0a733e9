/**
 * The look that the steppers share: maps side by side, and below one another where there is no room.
 * Flow: **style** → mount.
 */
export const WINDOW_STYLE: string = `
:host {
  --stripe: color-mix(in srgb, var(--ink) 14%, var(--page));
  --hatched: repeating-linear-gradient(45deg, var(--stripe) 0 2px, var(--page) 2px 7px);
}
.stage { display: flex; flex-wrap: wrap; gap: 12px 28px; align-items: start; margin-bottom: 12px; }
.column { flex: 1 1 200px; max-width: 290px; }
.small { flex-basis: 150px; max-width: 180px; }
.title { font-weight: bold; margin-bottom: 4px; }
.buttons { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 8px; }
.chosen { box-shadow: inset 0 0 0 1px #000, inset 0 0 0 4px var(--mark), inset 0 0 0 5px #000 !important; }
.dense .chosen { position: relative; z-index: 1; box-shadow: 0 0 0 1px #000, 0 0 0 4px var(--mark), 0 0 0 5px #000 !important; }
.ringed { position: relative; }
.ringed::after {
  content: ''; position: absolute; inset: 6%; border: 3px solid var(--mark); border-radius: 50%;
  box-shadow: 0 0 0 1px #000, inset 0 0 0 1px #000;
}
.sum { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
`;
