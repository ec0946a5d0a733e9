/**
 * Where a photograph has ink, and how much: paper, shadows and specks become 0.
 * Flow: GrayImage → **digitInk** (flattenLight, keepStrokes) → centreDigit.
 */
import { flattenLight } from './flattenLight';
import type { GrayImage } from './grayImage';
import { inkThreshold } from './inkThreshold';
import { keepStrokes } from './keepStrokes';

/** Ink that differs less from its paper, of 255, is no ink: paper has a grain. */
const FAINTEST = 24;

/** Ink as `centreDigit` takes it. */
export interface Ink {
  /** `height · width` bytes: 0 without ink, 255 full ink. */
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/**
 * The ink of a picture of one digit, dark on bright or bright on dark.
 *
 * Ink is what differs from its surroundings; Otsu's threshold divides it from paper. Half the threshold becomes 0, the
 * mean of what lies above it becomes 255, and the edges of a stroke stay soft in between.
 *
 * @returns the ink; undefined if there is none.
 */
export function digitInk(image: GrayImage): Ink | undefined {
  const difference = flattenLight(image);
  const threshold = inkThreshold(difference);
  if (threshold < FAINTEST / 2) return undefined;
  const strokes = difference.filter(value => value > threshold);
  const full = strokes.reduce((sum, value) => sum + value, 0) / strokes.length;
  if (full < FAINTEST) return undefined;
  const none = threshold / 2;
  const pixels = Uint8Array.from(difference, value =>
    Math.round(255 * Math.min(1, Math.max(0, (value - none) / (full - none)))),
  );
  return { ...image, pixels: keepStrokes({ ...image, pixels }) };
}
