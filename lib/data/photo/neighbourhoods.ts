/**
 * What each pixel's surroundings are like.
 * Flow: GrayImage → **neighbourhoods** → flattenLight.
 */
import type { GrayImage } from './grayImage';

/** Every pixel takes the extreme value of the square within reach. */
export function extremes(
  image: GrayImage,
  reach: number,
  extreme: (a: number, b: number) => number,
): GrayImage {
  return { ...image, pixels: inSquares(image, reach, extreme, value => value) };
}

/** Every pixel takes the mean of the square within reach; at the border, of what there is of it. */
export function means(image: GrayImage, reach: number): Float32Array {
  return inSquares(
    image,
    reach,
    (a, b) => a + b,
    (sum, count) => sum / count,
  );
}

/** First along rows, then along columns. */
function inSquares(
  { pixels, height, width }: GrayImage,
  reach: number,
  fold: (a: number, b: number) => number,
  finish: (folded: number, count: number) => number,
): Float32Array {
  const rows = alongLines(pixels, [height, width], [width, 1], reach, fold, finish);
  return alongLines(rows, [width, height], [1, width], reach, fold, finish);
}

function alongLines(
  pixels: Float32Array,
  [lines, length]: readonly [number, number],
  [lineStep, step]: readonly [number, number],
  reach: number,
  fold: (a: number, b: number) => number,
  finish: (folded: number, count: number) => number,
): Float32Array {
  const result = new Float32Array(pixels.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      const first = Math.max(0, at - reach);
      const last = Math.min(length - 1, at + reach);
      let value = pixels[line * lineStep + first * step]!;
      for (let near = first + 1; near <= last; near++) {
        value = fold(value, pixels[line * lineStep + near * step]!);
      }
      result[line * lineStep + at * step] = finish(value, last - first + 1);
    }
  }
  return result;
}
