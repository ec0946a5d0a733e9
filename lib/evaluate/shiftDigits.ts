/**
 * Digits moved by whole pixels: an image is still the same digit, and a network should think so too.
 * Flow: Digits → **shiftDigits** → testTimeAugmentation, the robustness figures.
 */
import type { Digits } from '../types/digits';

/**
 * A copy with every image moved. What leaves the image is lost, background (0) comes in.
 *
 * @param right whole pixels; negative to the left.
 * @param down whole pixels; negative upwards.
 * @throws RangeError if one is no integer.
 * @example shiftDigits(digits, 1, 0).images[1] // digits.images[0]
 * @see Used in notebooks/14-what-it-sees.
 */
export function shiftDigits(digits: Digits, right: number, down: number): Digits {
  for (const [name, pixels] of Object.entries({ right, down })) {
    if (!Number.isInteger(pixels)) {
      throw new RangeError(`shiftDigits: ${name} must be an integer, got ${pixels}`);
    }
  }
  const { count, height, width } = digits;
  const images = new Uint8Array(digits.images.length);
  const from = Math.max(0, -right);
  const to = Math.min(width, width - right);
  for (let row = 0; row < count * height; row++) {
    const y = (row % height) + down;
    if (y < 0 || y >= height || from >= to) continue;
    const line = digits.images.subarray(row * width + from, row * width + to);
    images.set(line, (row + down) * width + from + right);
  }
  return { ...digits, images };
}
