/**
 * The look that the steppers share: maps side by side, and below one another where there is no room.
 * Flow: **style** → mount.
 */
export const WINDOW_STYLE: string = `
:host { --hatched: repeating-linear-gradient(45deg, var(--line) 0 2px, var(--page) 2px 7px); }
.stage { display: flex; flex-wrap: wrap; gap: 12px 28px; align-items: start; margin-bottom: 12px; }
.stage > div { flex: 1 1 200px; max-width: 300px; }
.title { font-weight: bold; margin-bottom: 4px; }
.buttons { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 8px; }
.chosen { box-shadow: inset 0 0 0 3px var(--mark) !important; }
.sum { font-variant-numeric: tabular-nums; }
.products { border-collapse: collapse; margin: 8px 0; }
.products td { border: 1px solid var(--line); padding: 2px 8px; text-align: center; font-size: 12px; }
.products b { display: block; font-size: 14px; }
.products .padded { background: var(--hatched); }
`;
