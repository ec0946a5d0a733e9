/**
 * Makes of any drawn digit one like MNIST's: 20 pixels large, in the middle of 28 × 28.
 * Flow: digitInk, the drawing pad → **centreDigit** → predict.
 */
import { checkInteger } from '../../check/numbers';
import { resample } from './resample';

/** MNIST's images, and the box inside which its digits were fitted. */
const SIZE = 28;
const BOX = 20;

/** Where MNIST has the centre of mass, measured from the upper left corner: the middle of pixel 14, counted from 0. */
const MIDDLE = 14.5;

/**
 * The digit as MNIST's were made: cut out, scaled with its proportions into a box of 20 × 20, and moved so that the
 * centre of its mass is the middle of pixel [14, 14].
 *
 * @param pixels `height · width` bytes, row by row: 0 without ink, 255 full ink.
 * @returns 784 bytes, the strongest of them 255.
 * @throws RangeError if `pixels` has another length, or no ink at all.
 * @example centreDigit(Uint8Array.of(0, 9, 0, 0), 2, 2).length // 784
 * @see LeCun, Bottou, Bengio & Haffner (1998), §III.A. Used in notebooks/14-what-it-sees, notebooks/15-ship-it.
 */
export function centreDigit(pixels: Uint8Array, height: number, width: number): Uint8Array {
  checkInteger('centreDigit', 'height', height, 1);
  checkInteger('centreDigit', 'width', width, 1);
  if (pixels.length !== height * width) {
    throw new RangeError(`centreDigit: pixels must have length ${height * width}, got ${pixels.length}`);
  }
  const box = boundingBox(pixels, height, width);
  if (!box) throw new RangeError('centreDigit: pixels must have ink (numbers above 0), got none');
  const scale = BOX / Math.max(box.height, box.width);
  const rows = Math.max(1, Math.round(box.height * scale));
  const columns = Math.max(1, Math.round(box.width * scale));
  const digit = resample(cut(pixels, width, box), box.height, box.width, rows, columns);
  return place(digit, rows, columns);
}

interface Box {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** The smallest box with all ink in it. */
function boundingBox(pixels: Uint8Array, height: number, width: number): Box | undefined {
  let [top, left, bottom, right] = [height, width, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] === 0) continue;
      [top, left, bottom, right] = [Math.min(top, y), Math.min(left, x), y, Math.max(right, x)];
    }
  }
  return bottom < 0 ? undefined : { top, left, height: bottom - top + 1, width: right - left + 1 };
}

function cut(pixels: Uint8Array, width: number, box: Box): Float32Array {
  const result = new Float32Array(box.height * box.width);
  for (let y = 0; y < box.height; y++) {
    const start = (box.top + y) * width + box.left;
    result.set(pixels.subarray(start, start + box.width), y * box.width);
  }
  return result;
}

/** Puts the digit where its centre of mass is in the middle, or as near as it stays inside. */
function place(digit: Float32Array, rows: number, columns: number): Uint8Array {
  let [mass, massDown, massAcross, strongest] = [0, 0, 0, 0];
  for (const [index, value] of digit.entries()) {
    mass += value;
    massDown += value * (Math.floor(index / columns) + 0.5);
    massAcross += value * ((index % columns) + 0.5);
    strongest = Math.max(strongest, value);
  }
  const offset = (moment: number, length: number): number =>
    Math.min(SIZE - length, Math.max(0, Math.round(MIDDLE - moment / mass)));
  const top = offset(massDown, rows);
  const left = offset(massAcross, columns);
  const image = new Uint8Array(SIZE * SIZE);
  for (const [index, value] of digit.entries()) {
    const at = (top + Math.floor(index / columns)) * SIZE + left + (index % columns);
    image[at] = Math.round((255 * value) / strongest);
  }
  return image;
}
