/**
 * The exercises of lesson 12, in their order.
 * Flow: one file per exercise → **autopsy** → exercises.
 */
import { autopsyAccuracy } from './accuracy';
import { autopsyLineUp } from './lineUp';
import { autopsyProgram } from './program';
import { autopsyShared } from './shared';

export interface AutopsyExercises {
  readonly 'autopsy/accuracy': typeof autopsyAccuracy;
  readonly 'autopsy/shared': typeof autopsyShared;
  readonly 'autopsy/program': typeof autopsyProgram;
  readonly 'autopsy/lineUp': typeof autopsyLineUp;
}

export const autopsy: AutopsyExercises = {
  'autopsy/accuracy': autopsyAccuracy,
  'autopsy/shared': autopsyShared,
  'autopsy/program': autopsyProgram,
  'autopsy/lineUp': autopsyLineUp,
};
