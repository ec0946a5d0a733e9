/**
 * Cuts digits into batches, the portions in which a network is trained and asked.
 * Flow: Digits → **batches** → one training step or one prediction each.
 */
import { checkInteger } from '../check/numbers';
import { createRandom } from '../random/random';
import type { Digits } from '../types/digits';
import { selectDigits } from './selectDigits';

/** How `batches` divides the digits. */
export interface BatchesOptions {
  /** Digits in a batch. */
  batchSize: number;
  /** Shuffles first, each seed in its own way. Default: the order of the file. */
  seed?: number;
  /** Leave out the last batch when it is short. Default: keep it, so that every digit is seen. */
  dropLast?: boolean;
}

/**
 * The digits in batches, each made when it is asked for.
 *
 * @throws RangeError if `batchSize` is not a whole number ≥ 1, or `seed` not one ≥ 0.
 * @example [...batches(digits, { batchSize: 128 })].length // 469 for 60000 digits; the last has 96
 * @see Used in notebooks/07-pooling.
 */
export function* batches(
  digits: Digits,
  { batchSize, seed, dropLast = false }: BatchesOptions,
): Generator<Digits> {
  checkInteger('batches', 'batchSize', batchSize, 1);
  const rows = Uint32Array.from({ length: digits.count }, (_, row) => row);
  if (seed !== undefined) createRandom(seed).shuffle(rows);
  for (let start = 0; start < digits.count; start += batchSize) {
    if (dropLast && start + batchSize > digits.count) return;
    yield selectDigits(digits, rows.subarray(start, start + batchSize));
  }
}
