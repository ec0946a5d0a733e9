/**
 * When has a network learnt what it can, and which epoch was the best?
 * Flow: the epochs so far → **judgeEpochs** → fit goes on or stops, and keeps the best weights.
 */
import { checkInteger } from '../check/numbers';
import type { EpochEvent } from './events';

/** When `fit` ends before its last epoch. */
export interface EarlyStopping {
  /** Training ends after this many epochs in a row without a better one. */
  readonly patience: number;
  /** By how much an epoch must be better than the best to count as better. Default 0. */
  readonly minDelta?: number;
  /** What is compared. Default 'validationLoss'. */
  readonly metric?: 'validationLoss' | 'validationAccuracy' | 'loss';
}

/**
 * Looks back over the epochs. They alone decide, so nothing else has to be kept.
 *
 * @returns the number of the best epoch, undefined when none was measured; and whether patience is at its end.
 * @example judgeEpochs([{ epoch: 1, validationLoss: 0.3 }, { epoch: 2, validationLoss: 0.4 }], { patience: 1 })
 * // { best: 1, stop: true }
 * @see Prechelt, Early Stopping — But When? (1998). Used in notebooks/11-training.
 */
export function judgeEpochs(
  epochs: readonly Pick<EpochEvent, 'epoch' | 'loss' | 'validationLoss' | 'validationAccuracy'>[],
  { patience, minDelta = 0, metric = 'validationLoss' }: EarlyStopping,
): { best: number | undefined; stop: boolean } {
  let best: { epoch: number; badness: number } | undefined;
  for (const event of epochs) {
    const value = event[metric];
    if (value === undefined) continue;
    const badness = metric === 'validationAccuracy' ? -value : value;
    if (!best || badness < best.badness - minDelta) best = { epoch: event.epoch, badness };
  }
  return { best: best?.epoch, stop: best !== undefined && epochs.at(-1)!.epoch - best.epoch >= patience };
}

/** @throws RangeError if an option is out of its range, or asks for validation digits that are not there. */
export function checkEarlyStopping(
  caller: string,
  { patience, minDelta = 0, metric = 'validationLoss' }: EarlyStopping,
  hasValidation: boolean,
): void {
  checkInteger(caller, 'earlyStopping.patience', patience, 1);
  if (!(minDelta >= 0 && minDelta < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${caller}: earlyStopping.minDelta must be a number ≥ 0, got ${minDelta}`);
  }
  if (!['validationLoss', 'validationAccuracy', 'loss'].includes(metric)) {
    throw new RangeError(
      `${caller}: earlyStopping.metric must be 'validationLoss', 'validationAccuracy' or 'loss', got '${metric}'`,
    );
  }
  if (metric === 'loss' || hasValidation) return;
  throw new RangeError(`${caller}: earlyStopping.metric '${metric}' needs validation digits, got none`);
}
