/**
 * The exercises of lesson 13, in their order.
 * Flow: one file per exercise → **ladder** → exercises.
 */
import { ladderChance } from './chance';
import { ladderGain } from './gain';
import { ladderShifted } from './shifted';
import { ladderStandardError } from './standardError';

export interface LadderExercises {
  readonly 'ladder/standardError': typeof ladderStandardError;
  readonly 'ladder/gain': typeof ladderGain;
  readonly 'ladder/chance': typeof ladderChance;
  readonly 'ladder/shifted': typeof ladderShifted;
}

export const ladder: LadderExercises = {
  'ladder/standardError': ladderStandardError,
  'ladder/gain': ladderGain,
  'ladder/chance': ladderChance,
  'ladder/shifted': ladderShifted,
};
