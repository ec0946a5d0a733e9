/**
 * Decodes image files with TensorFlow's own decoders, to shades of grey.
 * Flow: bytes of a PNG or JPEG → **decodeImage** → readPhotos.
 */
import type { GrayImage } from '../data/photo/grayImage';
import type { ImageHeader } from '../data/photo/imageHeader';
import { nativeMissing } from './tf';

/** A large JPEG is decoded to no less than this on its shorter side: its format allows that at a fraction of the cost. */
const LARGE_ENOUGH = 512;

/**
 * The picture as it is stored, whatever its colours; where it is transparent, white shines through.
 *
 * @throws Error if native TensorFlow is missing, or the bytes cannot be decoded.
 */
export async function decodeImage(
  bytes: Uint8Array,
  { format, height, width }: ImageHeader,
): Promise<GrayImage> {
  if (nativeMissing !== undefined) {
    throw new Error(
      `native TensorFlow is needed to decode images, and ${nativeMissing}; npm run doctor says more`,
    );
  }
  const { node } = require('@tensorflow/tfjs-node') as typeof import('@tensorflow/tfjs-node');
  const ratio = [8, 4, 2].find(part => Math.min(height, width) / part >= LARGE_ENOUGH) ?? 1;
  const asStored = 0; // As many channels as the file has.
  const tensor = format === 'png' ? node.decodePng(bytes, asStored) : node.decodeJpeg(bytes, asStored, ratio);
  try {
    const [rows, columns, channels] = tensor.shape;
    return { pixels: toGray(await tensor.data(), channels), height: rows, width: columns };
  } finally {
    tensor.dispose();
  }
}

/** Luminance by ITU-R BT.601, as in the JPEG format; grey and alpha, or red, green, blue and alpha. */
function toGray(values: ArrayLike<number>, channels: number): Float32Array {
  const hasAlpha = channels % 2 === 0;
  const gray = new Float32Array(values.length / channels);
  for (let index = 0; index < gray.length; index++) {
    const at = index * channels;
    const shade =
      channels < 3 ? values[at]! : 0.299 * values[at]! + 0.587 * values[at + 1]! + 0.114 * values[at + 2]!;
    const alpha = hasAlpha ? values[at + channels - 1]! / 255 : 1;
    gray[index] = alpha * shade + (1 - alpha) * 255;
  }
  return gray;
}
