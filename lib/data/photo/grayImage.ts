/**
 * A picture in shades of grey, and the two things every photograph needs first: fewer pixels, and the right side up.
 * Flow: decodeImage → **GrayImage** → digitInk.
 */
export interface GrayImage {
  /** `height · width` numbers in [0, 255], row by row; 255 is white. */
  readonly pixels: Float32Array;
  readonly height: number;
  readonly width: number;
}

/** The same picture with no side longer than `longest`; each new pixel is the mean of those it stands for. */
export function shrink(image: GrayImage, longest: number): GrayImage {
  const { pixels } = image;
  const factor = Math.ceil(Math.max(image.height, image.width) / longest);
  if (factor <= 1) return image;
  const height = Math.ceil(image.height / factor);
  const width = Math.ceil(image.width / factor);
  const sums = new Float32Array(height * width);
  const counts = new Float32Array(height * width);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const cell = Math.floor(y / factor) * width + Math.floor(x / factor);
      sums[cell]! += pixels[y * image.width + x]!;
      counts[cell]!++;
    }
  }
  return { pixels: sums.map((sum, cell) => sum / counts[cell]!), height, width };
}

/**
 * The picture as it is meant to be seen.
 *
 * @param orientation EXIF's number: 1 as stored, 3 upside down, 6 to be turned clockwise, 8 anticlockwise; 2, 4, 5
 *   and 7 are the same seen in a mirror.
 */
export function upright(image: GrayImage, orientation: number): GrayImage {
  if (orientation === 1) return image;
  const isTurned = orientation >= 5;
  const height = isTurned ? image.width : image.height;
  const width = isTurned ? image.height : image.width;
  const pixels = new Float32Array(height * width);
  const mirrorX = [2, 3, 7, 8].includes(orientation);
  const mirrorY = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [across, down] = isTurned ? [y, x] : [x, y];
      const column = mirrorX ? image.width - 1 - across : across;
      const row = mirrorY ? image.height - 1 - down : down;
      pixels[y * width + x] = image.pixels[row * image.width + column]!;
    }
  }
  return { pixels, height, width };
}
