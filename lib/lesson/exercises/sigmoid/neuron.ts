/**
 * One neuron, for the exercises' solutions and mistakes.
 */

/** sigmoid of one number, without overflow. */
export function sigmoidOf(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const odds = Math.exp(z);
  return odds / (1 + odds);
}

/** The weighted sum of the pixels, and the bias. */
export function scoreOf(pixels: Float64Array, weights: Float64Array, bias: number): number {
  return pixels.reduce((sum, pixel, i) => sum + pixel * weights[i]!, bias);
}
