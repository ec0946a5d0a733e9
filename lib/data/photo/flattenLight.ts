/**
 * Takes the paper out of a photograph, with the light that falls on it.
 * Flow: GrayImage → **flattenLight** → digitInk.
 */
import type { GrayImage } from './grayImage';

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
  const pixels = isPaperBright(image.pixels) ? image.pixels : image.pixels.map(value => 255 - value);
  const reach = Math.max(1, Math.round((Math.max(image.height, image.width) * STROKE) / 2));
  const flat = { ...image, pixels };
  const paper = extremes(extremes(flat, reach, Math.max), reach, Math.min);
  return pixels.map((value, index) => paper.pixels[index]! - value);
}

/** Ink covers little of the paper, and is farther from it in grey than any shadow. */
function isPaperBright(pixels: Float32Array): boolean {
  const sorted = pixels.slice().sort();
  const level = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))]!;
  const paper = level(0.5);
  return paper - level(0.01) > level(0.99) - paper;
}

/** Every pixel takes the extreme value of the square within reach: first along rows, then along columns. */
function extremes(image: GrayImage, reach: number, extreme: (a: number, b: number) => number): GrayImage {
  const { height, width } = image;
  const alongRows = alongLines(image.pixels, [height, width], [width, 1], reach, extreme);
  return { height, width, pixels: alongLines(alongRows, [width, height], [1, width], reach, extreme) };
}

function alongLines(
  pixels: Float32Array,
  [lines, length]: readonly [number, number],
  [lineStep, step]: readonly [number, number],
  reach: number,
  extreme: (a: number, b: number) => number,
): Float32Array {
  const result = new Float32Array(pixels.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      const last = Math.min(length - 1, at + reach);
      let value = pixels[line * lineStep + at * step]!;
      for (let near = Math.max(0, at - reach); near <= last; near++) {
        value = extreme(value, pixels[line * lineStep + near * step]!);
      }
      result[line * lineStep + at * step] = value;
    }
  }
  return result;
}
