/** Digits for tests: random pixels, labels that take turns. */
import { createRandom } from '../../lib/random/random';
import type { Digits } from '../../lib/types/digits';

/** `count` labelled images; image `i` has label `i mod classes` and pixels that depend on `seed`. */
export function makeDigits(count: number, { height = 28, width = 28, classes = 10, seed = 1 } = {}): Digits {
  const random = createRandom(seed);
  const images = Uint8Array.from({ length: count * height * width }, () => random.integer(256));
  const labels = Uint8Array.from({ length: count }, (_, row) => row % classes);
  return { images, labels, count, height, width, classes };
}

/** Images of two classes that any network can tell apart: the upper or the lower half is white. */
export function halves(count: number): Digits {
  const labels = Uint8Array.from({ length: count }, (_, row) => row % 2);
  const images = new Uint8Array(count * 784);
  for (const [row, label] of labels.entries()) {
    const start = row * 784 + label * 392;
    images.fill(255, start, start + 392);
  }
  return { images, labels, count, height: 28, width: 28, classes: 10 };
}
