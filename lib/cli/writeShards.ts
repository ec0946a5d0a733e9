/**
 * Writes a digits CSV as TFRecord shards. Loads no TensorFlow.
 * Flow: dataCommand → **writeShards** → readDigits, writeTfRecords.
 */
import { InputError } from '../check/inputError';
import { readDigits } from '../data/readDigits';
import { writeTfRecords } from '../tensorflow/records/writeTfRecords';
import { formatCount, formatSeconds } from './format';
import type { Io } from './io';

export interface ShardOptions {
  data: string;
  out: string;
  shards: number;
  seed: number;
}

export async function writeShards({ data, out, shards, seed }: ShardOptions, io: Io): Promise<void> {
  const digits = await readDigits(data, { labelled: true });
  if (shards > digits.count) {
    const most = `at most ${digits.count}, as many as there are digits in ${data}`;
    throw new InputError(`digits data: --shards: expected ${most}, found ${shards}`);
  }
  const start = performance.now();
  await writeTfRecords(out, digits, { shards, seed, signal: io.signal });
  const seconds = formatSeconds((performance.now() - start) / 1000);
  io.out(`${out}: ${formatCount(digits.count)} digits in ${shards} shards, written in ${seconds}\n`);
}
