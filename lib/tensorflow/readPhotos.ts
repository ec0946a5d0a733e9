/**
 * Photographs of single digits as digits that a network knows how to read.
 * Flow: PNG and JPEG files → imageHeader, decodeImage, digitInk, centreDigit → **readPhotos** → predict.
 */
import { open } from 'node:fs/promises';
import { InputError } from '../check/inputError';
import { centreDigit } from '../data/photo/centreDigit';
import { digitInk } from '../data/photo/digitInk';
import { type GrayImage, shrink, upright } from '../data/photo/grayImage';
import { type ImageHeader, imageHeader } from '../data/photo/imageHeader';
import type { Digits } from '../types/digits';
import { decodeImage } from './decodeImage';
import { nativeMissing } from './tf';

/** Limits, so that no file can exhaust memory: a photograph of today's telephones is well below both. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_PIXELS = 64e6;
/** A picture of one colour takes nearly no bytes: beyond some million pixels, a file must have a byte for a hundred. */
const PIXELS_OF_ANY_FILE = 20e6;
const PIXELS_OF_A_BYTE = 100;

/** Enough to see a digit's strokes, few enough to be quick. */
const LONGEST_SIDE = 280;

/**
 * One digit from each file, as MNIST's were made: grey, bright ink on dark paper, 20 pixels large, centred in 28 × 28.
 *
 * The picture may be larger or smaller, dark on bright or the reverse, unevenly lit, or turned by EXIF; it must show one
 * digit and little else.
 *
 * @param paths PNG or JPEG files, recognised by their content.
 * @returns unlabelled digits, in the order of the files.
 * @throws InputError naming the file, if it is missing, no PNG or JPEG, too large, damaged, or has no ink.
 * @throws Error if native TensorFlow, which decodes, is missing.
 * @example await predict(model, await readPhotos(['seven.jpg']))
 * @see Used in notebooks/15-ship-it.
 */
export async function readPhotos(paths: readonly string[]): Promise<Digits> {
  const images = new Uint8Array(paths.length * 784);
  for (const [index, path] of paths.entries()) images.set(await readPhoto(path), index * 784);
  return { images, labels: new Uint8Array(0), count: paths.length, height: 28, width: 28, classes: 10 };
}

async function readPhoto(path: string): Promise<Uint8Array> {
  const bytes = await readBounded(path);
  const header = imageHeader(bytes);
  if (!header)
    throw refusal(path, 'a PNG or JPEG image', bytes.length === 0 ? 'an empty file' : 'something else');
  const { width, height, orientation } = header;
  if (width * height > MOST_PIXELS || width * height === 0) {
    throw refusal(path, `at most ${MOST_PIXELS / 1e6} million pixels`, `${width} × ${height}`);
  }
  const most = PIXELS_OF_ANY_FILE + PIXELS_OF_A_BYTE * bytes.length;
  if (width * height > most) {
    const size = `${bytes.length} bytes`;
    throw refusal(
      path,
      `at most ${(most / 1e6).toFixed(1)} million pixels in ${size}`,
      `${width} × ${height}`,
    );
  }
  const decoded = await decode(path, bytes, header);
  const ink = digitInk(upright(shrink(decoded, LONGEST_SIDE), orientation));
  if (!ink) throw refusal(path, 'a digit', 'no ink: every pixel is nearly as its surroundings');
  return centreDigit(ink.pixels, ink.height, ink.width);
}

async function decode(path: string, bytes: Uint8Array, header: ImageHeader): Promise<GrayImage> {
  try {
    return await decodeImage(bytes, header);
  } catch (error) {
    if (nativeMissing !== undefined) throw new Error(`readPhotos: ${path}: ${(error as Error).message}`);
    const [reason] = (error as Error).message
      .replace(/^Invalid TF_Status: \d+\s+Message: /, '')
      .split('\n', 1);
    throw refusal(
      path,
      `a whole ${header.format.toUpperCase()} image`,
      `one that cannot be decoded (${reason})`,
    );
  }
}

async function readBounded(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const stats = await file.stat();
      const { size } = stats;
      if (!stats.isFile() && !stats.isDirectory()) throw refusal(path, 'a file', 'a device');
      if (size > MOST_BYTES) throw refusal(path, `at most ${MOST_BYTES / 2 ** 20} MB`, `${size} bytes`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const found = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder' : code;
    throw refusal(path, 'a file', String(found));
  }
}

function refusal(path: string, expected: string, found: string): InputError {
  return new InputError(`readPhotos: ${path}: expected ${expected}, found ${found}`);
}
