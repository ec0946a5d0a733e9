/**
 * What only the convolution stepper looks like.
 * Flow: **style** → mount.
 */
export const CONVOLUTION_STYLE: string = `
.weights { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 2px; margin-bottom: 8px; }
.weights input { width: 100%; min-width: 0; aspect-ratio: 1; padding: 0; text-align: center; }
.weights.painting { touch-action: none; cursor: crosshair; }
.weights.painting input { cursor: inherit; }
`;
