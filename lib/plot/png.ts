/**
 * The smallest PNG writer: pixels in, file out.
 * Flow: digit sheets, heat maps in static pictures → **png**.
 */
import { crc32, deflateSync } from 'node:zlib';

/** What the bytes of a pixel mean: grey and alpha, or red, green, blue and alpha. */
const COLOR_TYPES = { 2: 4, 4: 6 } as const;
const SIGNATURE: Uint8Array = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/**
 * A PNG file as a `data:` address.
 *
 * @param pixels `height · width · channels` bytes, row by row.
 * @param channels 2 for grey and alpha, 4 for red, green, blue and alpha.
 * @throws RangeError if `pixels` has another length.
 * @see W3C, Portable Network Graphics (third edition, 2025). Used in notebooks/15-ship-it.
 */
export function pngDataUrl(width: number, height: number, pixels: Uint8Array, channels: 2 | 4): string {
  const stride = width * channels;
  if (pixels.length !== height * stride) {
    throw new RangeError(`pngDataUrl: pixels must be ${height * stride} bytes, got ${pixels.length}`);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, COLOR_TYPES[channels]], 8); // 8 bits a channel; the rest 0: deflate, plain filters, no interlace
  const rows = Buffer.alloc(height * (stride + 1)); // each row starts with its filter, 0 = none
  for (let row = 0; row < height; row++) {
    rows.set(pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  }
  const file = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${file.toString('base64')}`;
}

/** Length, name, content, checksum of name and content. */
function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
