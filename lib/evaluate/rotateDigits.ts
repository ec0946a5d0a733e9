/**
 * Turned digits: from where on is a network's world upside down?
 * Flow: Digits → **rotateDigits** → the robustness figures.
 */
import type { Digits } from '../types/digits';

/**
 * A copy with every image turned about its middle, pixels between pixels interpolated. What leaves the image is lost,
 * background (0) comes in.
 *
 * @param degrees clockwise; negative to turn back. Quarter turns move every pixel of a square image as it is.
 * @throws RangeError if `degrees` is not finite.
 * @example rotateDigits(digits, 180).images[0] // digits.images[783]
 * @see Used in notebooks/14-what-it-sees.
 */
export function rotateDigits(digits: Digits, degrees: number): Digits {
  if (!Number.isFinite(degrees)) {
    throw new RangeError(`rotateDigits: degrees must be finite, got ${degrees}`);
  }
  const { count, height, width } = digits;
  const [cosine, sine] = [Math.cos, Math.sin].map(of => exact(of((degrees * Math.PI) / 180)));
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  const images = new Uint8Array(digits.images.length);
  for (let digit = 0, at = 0; digit < count; digit++) {
    const source = digits.images.subarray(at, at + height * width);
    for (let y = -middleY; y <= middleY; y++) {
      for (let x = -middleX; x <= middleX; x++, at++) {
        const [down, across] = [cosine! * y - sine! * x, cosine! * x + sine! * y];
        images[at] = Math.round(between(source, height, width, down + middleY, across + middleX));
      }
    }
  }
  return { ...digits, images };
}

/** Without the rounding that makes the cosine of 90° 6 · 10⁻¹⁷. */
function exact(value: number): number {
  return Math.round(value * 1e12) / 1e12;
}

/** The value at a place between four pixels, each the heavier the nearer it is. */
function between(pixels: Uint8Array, height: number, width: number, y: number, x: number): number {
  const [top, left] = [Math.floor(y), Math.floor(x)];
  let sum = 0;
  for (const row of [top, top + 1]) {
    for (const column of [left, left + 1]) {
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      sum += (1 - Math.abs(y - row)) * (1 - Math.abs(x - column)) * pixels[row * width + column]!;
    }
  }
  return sum;
}
