/**
 * What a rung of the ladder is made of, as plain data.
 * Flow: **Rung** → rungs, trainRung, combine.
 */
import type { LadderRung } from '../../lib/evaluate/ladder';
import type { ConvNetOptions } from '../../lib/model/convNet';
import type { FitOptions } from '../../lib/train/fit';
import type { OneCycleOptions } from '../../lib/train/schedules/oneCycle';

/** How a network is made and trained. */
export interface Training {
  network: Omit<ConvNetOptions, 'seed'>;
  recipe: Required<Pick<FitOptions, 'epochs' | 'batchSize'>> &
    Pick<FitOptions, 'labelSmoothing' | 'augment'> & {
      /** A constant rate, or one cycle. */
      learningRate: number | OneCycleOptions;
    };
  /** Five sixths of the training digits, or all: then none is left to choose by. */
  digits: 'five sixths' | 'all';
}

/** A rung with a training of its own. */
export interface TrainedRung extends LadderRung {
  training: Training;
}

/** A rung that asks the networks of another in another way. */
export interface AskedRung extends LadderRung {
  readonly of: string;
  /**
   * With the mean of the weights of the last epochs; about each digit moved by a pixel to each side; several networks
   * at once, or both.
   */
  how: 'averaged' | 'moved' | 'together' | 'moved together';
}

export type Rung = TrainedRung | AskedRung;

export function isTrained(rung: Rung): rung is TrainedRung {
  return 'training' in rung;
}
