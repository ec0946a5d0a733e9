/**
 * How each network is trained when nobody says otherwise, as plain options of fit.
 * Flow: **recipes** → fit, `digits train`.
 */
import type { FitOptions } from './plan';
import { oneCycle } from './schedules/oneCycle';

/** Options of fit that belong to a network; the seed and the digits are the reader's. */
export interface Recipe
  extends Pick<FitOptions, 'optimizer' | 'augment' | 'labelSmoothing'>,
    Required<Pick<FitOptions, 'epochs' | 'batchSize' | 'learningRate'>> {}

/**
 * For `digitNet`: 99 % of the test digits in the least time on two processor cores. One epoch is enough because the
 * learning rate goes through one high cycle, and because smoothed labels keep the weights from chasing certainty.
 *
 * Chosen on a sixth of the training digits, never on the test digits: bench/training/recipe.ts, bench/README.md.
 *
 * @see Used in notebooks/11-training, notebooks/14-what-it-sees, notebooks/15-ship-it.
 */
export const digitNetRecipe: Recipe = {
  epochs: 1,
  batchSize: 64,
  learningRate: oneCycle({ peak: 0.01 }),
  labelSmoothing: 0.1,
};

/** For `referenceNet` and `lenet`: Adam as it comes. */
export const plainRecipe: Recipe = { epochs: 2, batchSize: 128, learningRate: 0.001 };

/** For `originNet`: as in 2017, batches of 50 and small steps. */
export const originRecipe: Recipe = { epochs: 1, batchSize: 50, learningRate: 0.0001 };
