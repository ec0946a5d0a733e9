/**
 * Pixels with mean 0 and standard deviation 1, measured on the training digits alone.
 * Flow: splitDigits → **standardize** → the first layer.
 */
import { InputError } from '../check/inputError';
import type { Digits } from '../types/digits';
import { type NdArray, ndarray } from '../types/ndarray';

/** What was measured on the training digits, and the way to apply it to any others. */
export interface Standardization {
  /** Of all pixels of the training digits, scaled to [0, 1]; 0.1307 for MNIST's. */
  readonly mean: number;
  /** Of the same, divided by their number; 0.3081 for MNIST's. */
  readonly standardDeviation: number;
  /**
   * @param digits any digits: training, validation or test.
   * @returns `[count, height, width, 1]`. It takes eight bytes a pixel: pass batches, not 60 000 digits.
   */
  apply(digits: Digits): NdArray;
}

/**
 * Measures mean and standard deviation of the training pixels.
 *
 *     standardized = (pixel / 255 − mean) / standardDeviation
 *
 * The digits held out are treated with the training digits' numbers: they must not have a say in how they are seen.
 *
 * @param train the training part only.
 * @throws InputError if there are no digits, or all pixels are alike.
 * @example standardize(train).apply(test).shape // [10000, 28, 28, 1]
 * @see LeCun et al., Efficient BackProp (1998), §4.3. Derived in notebooks/01-digits-from-csv.
 */
export function standardize(train: Digits): Standardization {
  const { mean, standardDeviation } = measure(train.images);
  return {
    mean,
    standardDeviation,
    apply: ({ images, count, height, width }) => {
      const pixels = Float64Array.from(images);
      for (const [index, pixel] of pixels.entries()) pixels[index] = (pixel / 255 - mean) / standardDeviation;
      return ndarray([count, height, width, 1], pixels);
    },
  };
}

/** From how often each byte occurs: exact sums, whatever the number of pixels. */
function measure(images: Uint8Array): { mean: number; standardDeviation: number } {
  const occurrences = new Float64Array(256);
  for (const pixel of images) occurrences[pixel]! += 1;
  const average = (of: (ink: number) => number): number =>
    occurrences.reduce((sum, times, pixel) => sum + times * of(pixel / 255), 0) / images.length;
  const mean = average(ink => ink);
  const standardDeviation = Math.sqrt(average(ink => (ink - mean) ** 2));
  if (!(standardDeviation > 0)) {
    const found = images.length === 0 ? 'no digits' : `every pixel ${images[0]}`;
    throw new InputError(`standardize: train must have pixels that differ, got ${found}`);
  }
  return { mean, standardDeviation };
}
