/**
 * The digits of a training from the command line. Loads no TensorFlow, so that a bad file is refused at once.
 * Flow: trainCommand → **readTrainingDigits** → train.
 */
import { readDigits } from '../data/readDigits';
import { splitDigits } from '../data/splitDigits';
import type { Digits } from '../types/digits';

const HELD_OUT = 0.1;

export interface TrainingDigits {
  train: Digits;
  /** Measured after every epoch. Absent when there is a test file, which is looked at once, at the end. */
  validation?: Digits;
  /** Measured at the end. */
  test: Digits;
}

/** All of `data` and all of `test`; without `test` every tenth of `data`'s digits is held out, class by class. */
export async function readTrainingDigits(
  data: string,
  test: string | undefined,
  seed: number,
): Promise<TrainingDigits> {
  const digits = await readDigits(data, { labelled: true });
  if (test !== undefined) return { train: digits, test: await readDigits(test, { labelled: true }) };
  const { train, validation } = splitDigits(digits, { validation: HELD_OUT, seed });
  return { train, validation, test: validation };
}
