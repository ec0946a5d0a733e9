/**
 * What an image file says of itself before it is decoded: kind, size, and which side is up.
 * Flow: bytes of a PNG or JPEG → **imageHeader** → readPhotos refuses early, decodes and turns.
 */

export interface ImageHeader {
  format: 'png' | 'jpeg';
  /** As stored, in pixels. */
  width: number;
  height: number;
  /** EXIF's number from 1 (as stored) to 8: how to turn the stored picture to see it upright. */
  orientation: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** JPEG's segments without a length: restart marks, start of image, TEM. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;
/** Start of frame, where the size is: C0 to CF without the tables C4, C8 and CC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * @returns undefined if the bytes are no PNG or JPEG, or are cut off before the size.
 * @see W3C, Portable Network Graphics (2025), §11.2.1; ITU-T T.81 (1992), annex B; CIPA DC-008, Exif 2.32, §4.6.4.
 */
export function imageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(file, PNG)) {
      return { format: 'png', width: file.readUInt32BE(16), height: file.readUInt32BE(20), orientation: 1 };
    }
    return startsWith(file, JPEG) ? jpegHeader(file) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_OUT_OF_RANGE') return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_OUT_OF_BOUNDS') return undefined;
    throw error;
  }
}

function startsWith(file: Buffer, signature: Buffer): boolean {
  return file.subarray(0, signature.length).equals(signature);
}

/** Walks from segment to segment up to the frame. */
function jpegHeader(file: Buffer): ImageHeader | undefined {
  let orientation = 1;
  for (let at = 2; ; ) {
    if (file.readUInt8(at) !== 0xff) return undefined;
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // A fill byte.
      continue;
    }
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const length = file.readUInt16BE(at + 2);
    if (isFrame(marker)) {
      return {
        format: 'jpeg',
        height: file.readUInt16BE(at + 5),
        width: file.readUInt16BE(at + 7),
        orientation,
      };
    }
    if (marker === 0xe1) orientation = exifOrientation(file.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + length;
  }
}

/** The tag 0x0112 of the first directory; undefined if there is none. */
function exifOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = short(directory);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + 12 * entry;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
