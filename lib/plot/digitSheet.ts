/**
 * Digits copied into one picture with transparent gaps, and where each of them lies.
 * Flow: `digitsGrid` → **digitSheet** → png.
 */
import type { Digits } from '../types/digits';
import { pngDataUrl } from './png';

/** Sizes and positions in CSS pixels. */
export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  /** One per digit: its middle, and the height at which its caption is centred. */
  readonly centers: readonly { readonly x: number; readonly y: number; readonly captionY: number }[];
  /** The picture as a `data:` address. */
  readonly source: string;
}

/** A digit is drawn about this wide, in CSS pixels, at a whole-numbered zoom so that its pixels stay square. */
const TARGET_WIDTH = 56;
const GAP = 4;
/** Picture pixels per CSS pixel, so that the sheet is sharp on dense screens too. */
const DENSITY = 2;

/**
 * Draws the digits `shown`, row by row.
 *
 * @param grid `band` is the free height above each digit, for its caption.
 */
export function drawSheet(
  digits: Digits,
  shown: readonly number[],
  grid: { readonly columns: number; readonly rows: number; readonly band: number },
): SheetLayout {
  const zoom = Math.max(1, Math.round(TARGET_WIDTH / Math.max(digits.width, digits.height)));
  const cellWidth = digits.width * zoom + GAP;
  const cellHeight = digits.height * zoom + GAP + grid.band;
  const width = grid.columns * cellWidth - GAP;
  const height = Math.max(1, grid.rows * cellHeight - GAP);
  const corners = shown.map((_, i) => ({
    x: (i % grid.columns) * cellWidth,
    y: Math.floor(i / grid.columns) * cellHeight + grid.band,
  }));
  const canvas = new Uint8Array(width * DENSITY * height * DENSITY * 2); // grey, alpha; 0 = transparent
  shown.forEach((index, i) => {
    copyDigit(digits, index, canvas, width * DENSITY, corners[i]!, zoom * DENSITY);
  });
  return {
    width,
    height,
    centers: corners.map(({ x, y }) => ({
      x: x + (digits.width * zoom) / 2,
      y: y + (digits.height * zoom) / 2,
      captionY: y - grid.band / 2,
    })),
    source: pngDataUrl(width * DENSITY, height * DENSITY, canvas, 2),
  };
}

/** Every pixel of the digit becomes a square of `zoom × zoom` picture pixels. */
function copyDigit(
  digits: Digits,
  index: number,
  canvas: Uint8Array,
  canvasWidth: number,
  corner: { readonly x: number; readonly y: number },
  zoom: number,
): void {
  const first = index * digits.height * digits.width;
  for (let row = 0; row < digits.height * zoom; row++) {
    for (let column = 0; column < digits.width * zoom; column++) {
      const pixel = first + Math.floor(row / zoom) * digits.width + Math.floor(column / zoom);
      const at = 2 * ((corner.y * DENSITY + row) * canvasWidth + corner.x * DENSITY + column);
      canvas[at] = digits.images[pixel]!;
      canvas[at + 1] = 255;
    }
  }
}
