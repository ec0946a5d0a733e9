/**
 * What only the loss surface explorer looks like.
 * Flow: **style** → mount.
 */
export const LOSS_SURFACE_STYLE: string = `
.controls label span:last-child { min-width: 72px; } /* the map must not jump when a number grows */
.stage { display: flex; flex-wrap: wrap; gap: 12px 28px; align-items: start; margin-bottom: 12px; }
.wide { flex: 1 1 280px; max-width: 420px; min-width: 0; }
.title { font-weight: bold; margin-bottom: 4px; }
svg { display: block; width: 100%; height: auto; }
.sum { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
`;
