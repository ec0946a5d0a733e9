/**
 * Scales a picture without gaps or stairs.
 * Flow: centreDigit → **resample** → the box of 20 × 20.
 */

/**
 * A picture of another size. A new pixel is the weighted mean of the old ones around its place; the weights are a tent as
 * wide as the new pixel is large, and never narrower than an old one: enlarging interpolates, shrinking averages.
 *
 * @param pixels `height · width` numbers, row by row.
 * @returns `newHeight · newWidth` numbers; for the same size, the same.
 */
export function resample(
  pixels: Float32Array,
  height: number,
  width: number,
  newHeight: number,
  newWidth: number,
): Float32Array {
  const across = tents(width, newWidth);
  const narrow = new Float32Array(height * newWidth);
  for (let y = 0; y < height; y++) {
    for (const [x, { first, weights }] of across.entries()) {
      for (const [near, weight] of weights.entries()) {
        narrow[y * newWidth + x]! += weight * pixels[y * width + first + near]!;
      }
    }
  }
  const result = new Float32Array(newHeight * newWidth);
  for (const [y, { first, weights }] of tents(height, newHeight).entries()) {
    for (const [near, weight] of weights.entries()) {
      for (let x = 0; x < newWidth; x++) {
        result[y * newWidth + x]! += weight * narrow[(first + near) * newWidth + x]!;
      }
    }
  }
  return result;
}

/** For each new pixel of a line: the first old one that counts, and the weights, which sum to 1. */
function tents(length: number, newLength: number): { first: number; weights: number[] }[] {
  const step = length / newLength;
  const reach = Math.max(1, step);
  return Array.from({ length: newLength }, (_, place) => {
    const centre = (place + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(length - 1, Math.floor(centre + reach));
    const heights: number[] = [];
    for (let near = first; near <= last; near++) {
      heights.push(Math.max(0, 1 - Math.abs(near - centre) / reach));
    }
    const sum = heights.reduce((total, value) => total + value, 0);
    return { first, weights: heights.map(value => value / sum) };
  });
}
