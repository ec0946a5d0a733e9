/**
 * What only the softmax triangle looks like.
 * Flow: **style** → mount.
 */
export const SIMPLEX_STYLE: string = `
.class { margin-top: 12px; }
.track { display: flex; gap: 8px; align-items: center; }
.groove { flex: 1; height: 18px; background: var(--raised); border: 1px solid var(--line); }
.bar { height: 100%; }
.number { flex: 0 0 70px; font-variant-numeric: tabular-nums; }
`;
