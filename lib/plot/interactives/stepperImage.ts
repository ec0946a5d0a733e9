/**
 * The image under a stepper's window.
 * Flow: **stepper image** → convolutionStepper, poolingStepper.
 */
import { checkFinite } from '../../check/arrays';
import { type NdArray, ndarray } from '../../types/ndarray';

/** A digit is 28 × 28; a cell of anything larger could no longer be pointed at. */
const LARGEST = 32;

/** A 7 of 7 × 7 pixels, with a soft edge. */
// biome-ignore format: a picture
export const SMALL_SEVEN: NdArray = ndarray([7, 7], [
  0, 0,   0,   0,   0,   0,   0,
  0, 1,   1,   1,   1,   1,   0,
  0, 0.5, 0.5, 0.5, 1,   1,   0,
  0, 0,   0,   0.5, 1,   0.5, 0,
  0, 0,   0,   1,   1,   0,   0,
  0, 0,   0.5, 1,   0.5, 0,   0,
  0, 0,   0,   0,   0,   0,   0,
]);

/** Refuses what is not a picture of a size that can be walked over. */
export function checkImage(caller: string, image: NdArray): void {
  const { shape } = image;
  if (shape.length !== 2 || shape.some(size => size < 1 || size > LARGEST)) {
    throw new RangeError(
      `${caller}: image must be [height, width] with at most ${LARGEST} × ${LARGEST} pixels, got [${shape.join(', ')}]`,
    );
  }
  checkFinite(caller, 'image', image);
}
