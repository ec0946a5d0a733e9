/**
 * What lies on the pad, and what lay there before.
 * Flow: pen, buttons → **sheets** → ink → centreDigit.
 */
import { centreDigit } from '../../../../data/photo/centreDigit';
import { resample } from '../../../../data/photo/resample';
import type { Digits } from '../../../../types/digits';
import { IMAGE_SIDE } from '../../drawingPadData';
import { PAD_SIDE, type Point, type Stroke, strokeInk } from '../../strokes';

/** A digit to begin with, if any, and the strokes drawn over it. */
export interface Sheet {
  readonly digit: number | undefined;
  readonly strokes: readonly Stroke[];
}

export const EMPTY_SHEET: Sheet = { digit: undefined, strokes: [] };

export function beginStroke({ digit, strokes }: Sheet, point: Point): Sheet {
  return { digit, strokes: [...strokes, [point]] };
}

export function extendStroke({ digit, strokes }: Sheet, point: Point): Sheet {
  return { digit, strokes: [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), point]] };
}

/** What there is to see: `PAD_SIDE · PAD_SIDE` bytes. */
export function inkOf({ digit, strokes }: Sheet, digits: Digits): Uint8Array {
  const ink = strokeInk(strokes);
  if (digit === undefined) return ink;
  const pixels = Float32Array.from(pixelsOf(digits, digit));
  const below = resample(pixels, IMAGE_SIDE, IMAGE_SIDE, PAD_SIDE, PAD_SIDE);
  return ink.map((value, at) => Math.max(value, Math.round(below[at]!)));
}

/** What the network gets, as MNIST's digits were made; undefined without ink. */
export function imageOf(sheet: Sheet, ink: Uint8Array, digits: Digits): Uint8Array | undefined {
  // A digit that nobody has drawn on goes in as it is: enlarged and shrunk again it would be softer.
  if (sheet.digit !== undefined && sheet.strokes.length === 0) {
    return centreDigit(pixelsOf(digits, sheet.digit), IMAGE_SIDE, IMAGE_SIDE);
  }
  return ink.some(value => value > 0) ? centreDigit(ink, PAD_SIDE, PAD_SIDE) : undefined;
}

function pixelsOf({ images }: Digits, digit: number): Uint8Array {
  const size = IMAGE_SIDE * IMAGE_SIDE;
  return images.subarray(digit * size, (digit + 1) * size);
}
