/**
 * Many small pictures side by side as one matrix with gaps, and where each of them lies.
 * Flow: imageGrid → **imageSheet**.
 */

/** Sizes and positions in pixels of the pictures; `zoom` CSS pixels each. */
export interface ImageSheet {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** `[height][width]`; `null` in the gaps. */
  readonly values: readonly (readonly (number | null)[])[];
  /** One per picture: the middle of the free band above it. */
  readonly captions: readonly { readonly x: number; readonly y: number }[];
}

/** A picture is about this wide, the gap between two and the band for a caption this high, in CSS pixels. */
const PICTURE_WIDTH = 56;
const GAP = 6;
const CAPTION_BAND = 20;

/**
 * Lays `images` out row by row.
 *
 * @param images `count · height · width` numbers; four digits of each are kept.
 */
export function layImagesOut(
  images: Float64Array,
  [count, height, width]: readonly [number, number, number],
  { columns, captioned }: { readonly columns: number; readonly captioned: boolean },
): ImageSheet {
  const zoom = Math.max(1, Math.round(PICTURE_WIDTH / Math.max(height, width)));
  const gap = Math.ceil(GAP / zoom);
  const band = captioned ? Math.ceil(CAPTION_BAND / zoom) : 0;
  const rows = Math.ceil(count / columns);
  const sheet = { width: columns * (width + gap) - gap, height: rows * (band + height + gap) - gap };
  const values: (number | null)[][] = Array.from({ length: sheet.height }, () =>
    new Array(sheet.width).fill(null),
  );
  const corners = Array.from({ length: count }, (_, index) => ({
    left: (index % columns) * (width + gap),
    top: Math.floor(index / columns) * (band + height + gap) + band,
  }));
  corners.forEach(({ left, top }, index) => {
    for (let pixel = 0; pixel < height * width; pixel++) {
      const value = images[index * height * width + pixel]!;
      values[top + Math.floor(pixel / width)]![left + (pixel % width)] = Number(value.toPrecision(4));
    }
  });
  // The middle of the pixel number i is at i: a picture's from its first to its last is half a pixel less.
  const captions = corners.map(({ left, top }) => ({ x: left + (width - 1) / 2, y: top - (band + 1) / 2 }));
  return { zoom, ...sheet, values, captions };
}
