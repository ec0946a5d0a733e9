/**
 * The exercises of lesson 05, in their order.
 * Flow: one file per exercise → **crossEntropy** → exercises.
 */
import { crossEntropyFromLogits } from './fromLogits';
import { crossEntropyGradientOfLogits } from './gradient';
import { crossEntropyLowestLoss } from './lowestLoss';
import { crossEntropyStartingLoss } from './startingLoss';

export interface CrossEntropyExercises {
  readonly 'crossEntropy/fromLogits': typeof crossEntropyFromLogits;
  readonly 'crossEntropy/gradient': typeof crossEntropyGradientOfLogits;
  readonly 'crossEntropy/startingLoss': typeof crossEntropyStartingLoss;
  readonly 'crossEntropy/lowestLoss': typeof crossEntropyLowestLoss;
}

export const crossEntropy: CrossEntropyExercises = {
  'crossEntropy/fromLogits': crossEntropyFromLogits,
  'crossEntropy/gradient': crossEntropyGradientOfLogits,
  'crossEntropy/startingLoss': crossEntropyStartingLoss,
  'crossEntropy/lowestLoss': crossEntropyLowestLoss,
};
