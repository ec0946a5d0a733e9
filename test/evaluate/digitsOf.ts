/** Digits whose every pixel is written down in the test. */
import type { Digits } from '../../lib/types/digits';

/** Unlabelled digits of these pixels, image after image. */
export function digitsOf(images: number[], [height, width]: [number, number], classes: number): Digits {
  const count = images.length / (height * width);
  return { images: Uint8Array.from(images), labels: new Uint8Array(0), count, height, width, classes };
}
