import assert from 'node:assert/strict';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../lib/check/inputError';
import { readDigits } from '../../lib/data/readDigits';
import { selectDigits } from '../../lib/data/selectDigits';
import { pngDataUrl } from '../../lib/plot/png';
import { readPhotos } from '../../lib/tensorflow/readPhotos';
import { tf } from '../../lib/tensorflow/tf';
import { exifSegment, jpegHead } from '../data/photo/jpegHead';
import { temporaryFolder } from '../temporaryFolder';
import { native } from './trace/native';

const folder = temporaryFolder();

/** A file of the folder with these bytes. */
function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A PNG of grey and alpha. */
function png(width: number, height: number, at: (row: number, column: number) => [number, number]): Buffer {
  const pixels = Array.from({ length: width * height }, (_, index) =>
    at(Math.floor(index / width), index % width),
  );
  const url = pngDataUrl(width, height, Uint8Array.from(pixels.flat()), 2);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** A digit as a coloured JPEG on paper that lies in the shade, eight times as large. */
async function jpeg(digit: Uint8Array): Promise<Buffer> {
  const { node } = require('@tensorflow/tfjs-node') as typeof import('@tensorflow/tfjs-node');
  const shade = (row: number, column: number): number => {
    const ink = digit[28 * Math.floor(row / 8) + Math.floor(column / 8)]! / 255;
    return (120 + row / 3) * (1 - 0.7 * ink);
  };
  const colours = Array.from({ length: 224 * 224 }, (_, index) => {
    const value = shade(Math.floor(index / 224), index % 224);
    return [value, value, 0.9 * value];
  });
  const image = tf.tensor3d(colours.flat(), [224, 224, 3], 'int32');
  return Buffer.from(await node.encodeJpeg(image, 'rgb', 95));
}

/** Mean distance of two images' pixels, of 255. */
const apart = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, value, index) => sum + Math.abs(value - other[index]!), 0) / one.length;

test("digits of MNIST's, saved as pictures and read, are nearly what they were", native, async () => {
  const sample = selectDigits(await readDigits('data/sample.csv'), [0, 1, 4, 5]);
  const digit = (row: number): Uint8Array => sample.images.subarray(row * 784, (row + 1) * 784);
  const paths = [
    file(
      'white-on-black.png',
      png(28, 28, (row, column) => [digit(0)[row * 28 + column]!, 255]),
    ),
    file(
      'black-on-white.png',
      png(28, 28, (row, column) => [255 - digit(1)[row * 28 + column]!, 255]),
    ),
    // All pixels black, the digit only in the transparency: paper is what shines through.
    file(
      'transparent.png',
      png(28, 28, (row, column) => [0, digit(2)[row * 28 + column]!]),
    ),
    file('photo.JPG', await jpeg(digit(3))),
  ];
  const photos = await readPhotos(paths);
  assert.deepEqual(
    [photos.count, photos.height, photos.width, photos.classes, photos.labels.length],
    [4, 28, 28, 10, 0],
  );
  for (let row = 0; row < 4; row++) {
    const difference = apart(photos.images.subarray(row * 784, (row + 1) * 784), digit(row));
    assert.ok(difference < 8, `${paths[row]}: ${difference}`);
  }
});

test('a photograph that the camera stored lying on its side is read upright', native, async () => {
  const seven = Uint8Array.from({ length: 784 }, (_, index) => {
    const [row, column] = [Math.floor(index / 28), index % 28];
    return (row >= 5 && row < 8 && column >= 8 && column < 20) ||
      (column >= 17 && column < 20 && row >= 5 && row < 24)
      ? 255
      : 0;
  });
  // Orientation 6: to be turned clockwise, so stored turned anticlockwise.
  const stored = seven.map((_, index) => seven[28 * (index % 28) + 27 - Math.floor(index / 28)]!);
  const bytes = await jpeg(stored);
  const turned = Buffer.concat([bytes.subarray(0, 2), exifSegment(6), bytes.subarray(2)]);
  const upright = await readPhotos([file('upright.jpg', await jpeg(seven)), file('turned.jpg', turned)]);
  assert.ok(apart(upright.images.subarray(0, 784), upright.images.subarray(784)) < 4);
});

test('reading photographs leaves no tensor behind', native, async () => {
  const path = file(
    'again.png',
    png(9, 9, (row, column) => [row === 4 || column === 4 ? 0 : 255, 255]),
  );
  const { numTensors } = tf.memory();
  await readPhotos([path, path]);
  assert.equal(tf.memory().numTensors, numTensors);
});

const whole = png(60, 60, (row, column) => [(row * column) % 251, 255]);
const cutOff = file('cut.png', whole);
truncateSync(cutOff, Math.floor(whole.length / 2));
mkdirSync(join(folder, 'folder.png'));
const huge = Buffer.from(whole);
huge.writeUInt32BE(40_000, 16);
huge.writeUInt32BE(40_000, 20);
const sparse = file('sparse.jpg', '');
truncateSync(sparse, 65 * 2 ** 20);
const bad: [string, string][] = [
  [join(folder, 'missing.png'), 'a file, found no such file'],
  [join(folder, 'folder.png'), 'a file, found a folder'],
  [file('empty.png', ''), 'a PNG or JPEG image, found an empty file'],
  [file('note.png', 'a note'), 'a PNG or JPEG image, found something else'],
  [file('huge.png', huge), 'at most 64 million pixels, found 40000 × 40000'],
  [file('flat.jpg', jpegHead({ width: 0, height: 5 })), 'at most 64 million pixels, found 0 × 5'],
  [sparse, 'at most 64 MB, found 68157440 bytes'],
];
for (const [path, expected] of bad) {
  test(`expected ${expected}`, async () => {
    await assert.rejects(readPhotos([path]), new InputError(`readPhotos: ${path}: expected ${expected}`));
  });
}

test('a blank picture and one that is cut off are refused by name', native, async () => {
  const blank = file(
    'blank.png',
    png(40, 40, () => [200, 255]),
  );
  const noInk = `readPhotos: ${blank}: expected a digit, found no ink: every pixel is nearly as its surroundings`;
  await assert.rejects(readPhotos([blank]), new InputError(noInk));
  await assert.rejects(readPhotos([cutOff]), (error: Error) => {
    assert.ok(error instanceof InputError);
    assert.equal(
      error.message.split(' (')[0],
      `readPhotos: ${cutOff}: expected a whole PNG image, found one that cannot be decoded`,
    );
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
});
