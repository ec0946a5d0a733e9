/**
 * Finds images that stand in two sets of digits, whatever their row numbers.
 * Flow: the digits to learn from, those held out → **sharedDigits** → none, or there is a leak.
 */
import type { Digits } from '../types/digits';

/**
 * The rows of `heldOut` whose image is in `train` too, pixel by pixel; labels are not looked at.
 *
 * Each image is compared with those of the same fingerprint only, so that 60 000 and 10 000 take a second or so.
 *
 * @returns row numbers of `heldOut`, going up.
 * @throws RangeError if the images differ in size.
 * @example sharedDigits(train, validation).length // 0, if both come from splitDigits
 * @see Kaufman et al., Leakage in Data Mining (2012). Used in notebooks/12-autopsy.
 */
export function sharedDigits(train: Digits, heldOut: Digits): Uint32Array {
  if (train.height !== heldOut.height || train.width !== heldOut.width) {
    throw new RangeError(
      `sharedDigits: heldOut must have images of ${train.height} × ${train.width} as train has, ` +
        `got ${heldOut.height} × ${heldOut.width}`,
    );
  }
  const known = new Map<string, Uint8Array[]>();
  for (const image of imagesOf(train)) {
    const key = fingerprint(image);
    const alike = known.get(key);
    if (alike) alike.push(image);
    else known.set(key, [image]);
  }
  const rows: number[] = [];
  let row = 0;
  for (const image of imagesOf(heldOut)) {
    const alike = known.get(fingerprint(image)) ?? [];
    if (alike.some(other => sameImage(image, other))) rows.push(row);
    row++;
  }
  return Uint32Array.from(rows);
}

function* imagesOf({ images, count, height, width }: Digits): Generator<Uint8Array> {
  const pixels = height * width;
  for (let row = 0; row < count; row++) yield images.subarray(row * pixels, (row + 1) * pixels);
}

/** Equal images have equal fingerprints: the pixels, mixed into two numbers. */
function fingerprint(image: Uint8Array): string {
  let [sum, hash] = [0, 2166136261]; // FNV-1a's start
  for (const pixel of image) {
    sum += pixel;
    hash = Math.imul(hash ^ pixel, 16777619);
  }
  return `${sum} ${hash}`;
}

function sameImage(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((pixel, i) => pixel === b[i]);
}
