/**
 * What only the convolution stepper looks like.
 * Flow: **style** → mount.
 */
export const CONVOLUTION_STYLE: string = `
.weights { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 2px; margin-bottom: 8px; }
.weights input { width: 100%; min-width: 0; aspect-ratio: 1; padding: 0; text-align: center; font-size: 12px; }
.weights.painting { touch-action: none; cursor: crosshair; }
.weights.painting input { cursor: inherit; }
.terms { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; margin-bottom: 8px; }
.products { border-collapse: collapse; }
.products td { border: 1px solid var(--line); padding: 2px 8px; text-align: center; font-size: 12px; }
.products b { display: block; font-size: 14px; }
.products .nothing { color: var(--quiet); }
.products .nothing b { font-weight: normal; }
.products .padded { background: var(--hatched); }
`;
