/**
 * Takes the paper out of a photograph, with the light that falls on it.
 * Flow: GrayImage → **flattenLight** → digitInk.
 */
import type { GrayImage } from './grayImage';
import { extremes, means } from './neighbourhoods';

/** A stroke is narrower than this part of the picture's longer side; shadows are wider. */
const STROKE = 1 / 4;

/**
 * How much darker each pixel is than the paper around it; how much brighter, if the paper is dark.
 *
 * The paper under a stroke is found by a morphological closing: first every pixel takes the brightest value within reach,
 * which makes strokes disappear, then the darkest, which brings the edges of shadows back to their place.
 *
 * @returns `height · width` numbers in [0, 255]; about 0 where there is only paper.
 * @see Serra, Image Analysis and Mathematical Morphology (1982): the "black top-hat".
 */
export function flattenLight(image: GrayImage): Float32Array {
  const reach = Math.max(1, Math.round((Math.max(image.height, image.width) * STROKE) / 2));
  const pixels = isPaperBright(image, reach) ? image.pixels : image.pixels.map(value => 255 - value);
  const flat = { ...image, pixels };
  const paper = extremes(extremes(flat, reach, Math.max), reach, Math.min);
  return pixels.map((value, index) => paper.pixels[index]! - value);
}

/**
 * Ink is rare, and far from its surroundings; paper is close to its own, wherever the light comes from. In the sum of the
 * cubed differences, which keep their sign, the ink outvotes the paper.
 */
function isPaperBright(image: GrayImage, reach: number): boolean {
  const around = means(image, reach);
  return image.pixels.reduce((sum, value, index) => sum + (value - around[index]!) ** 3, 0) <= 0;
}
