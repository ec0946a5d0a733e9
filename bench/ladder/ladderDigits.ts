/**
 * The digits of the ladder: to train on, to choose by, to report.
 * Flow: data/train.csv, data/test.csv → **ladderDigits** → trainRung, combine.
 */
import { readDigits } from '../../lib/data/readDigits';
import { splitDigits } from '../../lib/data/splitDigits';
import type { Digits } from '../../lib/types/digits';

/** A sixth of 60 000: as many digits as the test has. The same that digitNet was chosen by. */
export const SPLIT: Readonly<{ validation: number; seed: number }> = { validation: 1 / 6, seed: 2026 };

export interface LadderDigits {
  all: Digits;
  train: Digits;
  validation: Digits;
  test: Digits;
}

export async function ladderDigits(): Promise<LadderDigits> {
  const all = await readDigits('data/train.csv', { labelled: true });
  const test = await readDigits('data/test.csv', { labelled: true });
  return { all, ...splitDigits(all, SPLIT), test };
}
