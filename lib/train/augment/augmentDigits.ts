/**
 * Augmented digits to look at.
 * Flow: Digits → **augmentDigits** → digitsGrid; training moves its images inside its steps, with the same code.
 */
import { checkInteger } from '../../check/numbers';
import { imageTensor, WHITE } from '../../tensorflow/digitTensors';
import { tf } from '../../tensorflow/tf';
import type { Digits } from '../../types/digits';
import { type Augmentation, checkAugmentation } from './augmentation';
import { augmentImages } from './augmentImages';

/**
 * The same digits, each moved by chance; labels stay.
 *
 * @param digits some thousand at most: their pixels take 20 times the memory on the way.
 * @param seed a whole number in `[0, 2³¹)`; the same one gives the same moves.
 * @throws RangeError if an option or the seed is out of its range.
 * @example augmentDigits(digits, DIGIT_AUGMENTATION, 1).labels // digits.labels
 * @see Used in notebooks/13-recipe-ladder.
 */
export function augmentDigits(digits: Digits, augmentation: Augmentation, seed: number): Digits {
  checkAugmentation('augmentDigits', augmentation);
  checkInteger('augmentDigits', 'seed', seed, 0, 2 ** 31 - 1);
  const images = tf.tidy(() => {
    const moved = augmentImages(imageTensor(digits), augmentation, { seed, step: tf.scalar(0, 'int32') });
    return Uint8Array.from(moved.mul(WHITE).round().dataSync());
  });
  return { ...digits, images };
}
