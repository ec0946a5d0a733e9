/**
 * Writes digits as TFRecord files, from which TensorFlow's input pipelines read, one worker this shard and another that.
 * Flow: Digits → dealRows → record → **writeTfRecords** → train-00000-of-00004.tfrecord …
 *
 *     Example  = features 1: Features;  Features = feature 1: map from names to Feature
 *     Feature  = bytes_list 1: { value 1: bytes } | int64_list 3: { value 1: int64 }
 *
 * @see TensorFlow, core/example/example.proto, feature.proto.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../check/inputError';
import { checkInteger } from '../../check/numbers';
import { writeBeside } from '../../data/writeBeside';
import type { Digits } from '../../types/digits';
import { bytesField, mapField, varint } from '../trace/protobuf';
import { dealRows } from './dealRows';
import { record } from './record';

/** How digits are dealt to files. */
export interface TfRecordOptions {
  /** Into how many files; at least as many as there will be workers. */
  shards: number;
  /** Which digit is where depends on it alone. */
  seed: number;
  /** Stops the writing. */
  signal?: AbortSignal;
}

/** A name has room for five figures. */
const MOST_SHARDS = 99_999;
const OWN_FILE = /^train-\d{5}-of-\d{5}\.tfrecord(\.\d+\.part)?$/;
const RECORDS_AT_ONCE = 1000;

/**
 * One `tf.train.Example` for each digit: `image`, its pixels as bytes, row by row, and `label`, an int64.
 *
 * Every shard has its share of every class, in random order. Shards that are there are removed first: they can be
 * made again, and a reader that finds fewer than the names say knows that the writing was interrupted. Each one is
 * written beside and renamed.
 *
 * @param folder new, empty, or with such shards, which are replaced.
 * @returns the names of the files.
 * @throws RangeError if the digits are not labelled or fewer than the shards; InputError if `folder` is something else.
 * @example await writeTfRecords('data/shards', digits, { shards: 4, seed: 1 })
 */
export async function writeTfRecords(
  folder: string,
  digits: Digits,
  { shards, seed, signal }: TfRecordOptions,
): Promise<string[]> {
  checkInteger('writeTfRecords', 'shards', shards, 1, Math.min(MOST_SHARDS, digits.count));
  if (digits.labels.length !== digits.count) {
    throw new RangeError(`writeTfRecords: digits must be labelled, got ${digits.labels.length} labels`);
  }
  const rowsOf = dealRows(digits, shards, seed);
  for (const old of await ownFiles(folder)) await rm(join(folder, old), { force: true });
  const names = rowsOf.map((_, shard) => `train-${five(shard)}-of-${five(shards)}.tfrecord`);
  for (const [shard, rows] of rowsOf.entries()) {
    await writeBeside(join(folder, names[shard]!), async file => {
      for (let start = 0; start < rows.length; start += RECORDS_AT_ONCE) {
        signal?.throwIfAborted();
        const some = rows.slice(start, start + RECORDS_AT_ONCE);
        await file.write(Buffer.concat(some.map(row => record(example(digits, row)))));
      }
    });
  }
  return names;
}

function example({ images, labels, height, width }: Digits, row: number): Uint8Array {
  const pixels = height * width;
  const image = images.subarray(row * pixels, (row + 1) * pixels);
  const features = mapField(1, {
    image: bytesField(1, bytesField(1, image)),
    label: bytesField(3, bytesField(1, varint(labels[row]!))),
  });
  return bytesField(1, features);
}

async function ownFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new InputError(`writeTfRecords: ${folder}: expected a folder, found ${error.code}`);
  });
  const foreign = names.find(name => !OWN_FILE.test(name));
  if (foreign === undefined) return names;
  throw new InputError(
    `writeTfRecords: ${folder}: expected a new folder or one with shards, found a folder with ${foreign}`,
  );
}

function five(number: number): string {
  return String(number).padStart(5, '0');
}
