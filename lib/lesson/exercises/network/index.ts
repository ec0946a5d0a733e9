/**
 * The exercises of lesson 08, in their order.
 * Flow: one file per exercise → **network** → exercises.
 */
import { networkAdam } from './adam';
import { networkBackward } from './backward';
import { networkBroken } from './broken';
import { networkSpread } from './spread';

export interface NetworkExercises {
  readonly 'network/backward': typeof networkBackward;
  readonly 'network/spread': typeof networkSpread;
  readonly 'network/adam': typeof networkAdam;
  readonly 'network/broken': typeof networkBroken;
}

export const network: NetworkExercises = {
  'network/backward': networkBackward,
  'network/spread': networkSpread,
  'network/adam': networkAdam,
  'network/broken': networkBroken,
};
