/**
 * What each of the 784 places of a picture looks like over all digits.
 * Flow: readDigits → **pixelStatistics** → pixelFrame for danfojs, heat maps.
 */
import { InputError } from '../check/inputError';
import type { Digits } from '../types/digits';

/** Statistics of every pixel place, in reading order; each array has `height · width` numbers. */
export interface PixelStatistics {
  readonly mean: Float64Array;
  /** Divided by the number of digits. */
  readonly standardDeviation: Float64Array;
  readonly smallest: Uint8Array;
  readonly largest: Uint8Array;
}

/**
 * Mean, standard deviation and range of each pixel place, in the unit of the file, 0 to 255.
 *
 * A place whose standard deviation is 0 is the same in every picture: MNIST's border.
 *
 * @param digits at least one, labelled or not.
 * @throws InputError if there are none.
 * @example pixelStatistics(digits).largest[0] // 0: nobody has written into the corner
 * @see Derived in notebooks/01-digits-from-csv.
 */
export function pixelStatistics({ images, count, height, width }: Digits): PixelStatistics {
  if (count === 0) throw new InputError('pixelStatistics: digits must have at least one digit, got none');
  const size = height * width;
  const mean = new Float64Array(size);
  const squares = new Float64Array(size);
  const smallest = new Uint8Array(size).fill(255);
  const largest = new Uint8Array(size);
  for (let start = 0; start < images.length; start += size) {
    for (let place = 0; place < size; place++) {
      const pixel = images[start + place]!;
      mean[place]! += pixel;
      squares[place]! += pixel * pixel;
      if (pixel < smallest[place]!) smallest[place] = pixel;
      if (pixel > largest[place]!) largest[place] = pixel;
    }
  }
  // The sums are whole numbers below 2⁵³, so nothing is lost before this difference.
  const standardDeviation = squares.map(
    (square, place) => Math.sqrt(Math.max(0, square * count - mean[place]! ** 2)) / count,
  );
  return { mean: mean.map(sum => sum / count), standardDeviation, smallest, largest };
}
